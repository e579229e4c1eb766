/** How the index of the search is written by the docs and read again by their pages. */
export const searchOptions = { idField: 'id', fields: ['title', 'text'], storeFields: ['title', 'url', 'kind'] };
