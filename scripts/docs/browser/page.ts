/** On a phone the page comes first, and its list of pages when it is asked for. */
for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu'))
  if (matchMedia('(max-width: 46rem)').matches) menu.open = false;

/** Copies a block of code as it is written. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  button.addEventListener('click', () => {
    const text = button.parentElement?.querySelector('pre')?.textContent ?? '';
    void navigator.clipboard.writeText(text).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Select and copy'),
    );
  });
}
