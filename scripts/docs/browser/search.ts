import MiniSearch from 'minisearch';
import { searchOptions } from '../search-options.js';

declare global {
  var searchIndex: string;
}

const root = document.documentElement.dataset['root'] ?? '';
const field = document.querySelector<HTMLInputElement>('#search');
const list = document.querySelector<HTMLElement>('#found');
const shown = 12;

function read(): MiniSearch {
  return MiniSearch.loadJSON(globalThis.searchIndex, searchOptions);
}

let index: MiniSearch | undefined;

function find(words: string): void {
  if (list === null) return;
  index ??= read();
  const found = words.trim() === '' ? [] : index.search(words, { prefix: true, fuzzy: 0.2, boost: { title: 3 }, combineWith: 'AND' });
  const items = found.slice(0, shown).map(({ title, url, kind }) => {
    const link = document.createElement('a');
    link.href = root + String(url);
    link.textContent = String(title);
    const mark = document.createElement('small');
    mark.textContent = String(kind);
    const item = document.createElement('li');
    item.append(link, ' ', mark);
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = words.trim() === '';
  if (!list.hidden && items.length === 0) list.textContent = 'Nothing found.';
}

field?.addEventListener('input', () => find(field.value));
field?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  field.value = '';
  find('');
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || document.activeElement instanceof HTMLInputElement) return;
  event.preventDefault();
  field?.focus();
});
