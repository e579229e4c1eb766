// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

/** Where the API is served. */
export const server = 'https://neopay.io/api';

export const operations = {
  listLinks: { id: 'listLinks', method: 'GET', path: '/links', security: ['x-app-key', 'Authorization'], repeatable: true },
  createLink: { id: 'createLink', method: 'POST', path: '/links', security: ['x-app-key', 'Authorization'], repeatable: false },
  getLink: { id: 'getLink', method: 'GET', path: '/links/{id}', security: ['x-app-key', 'Authorization'], repeatable: true },
  publishLink: {
    id: 'publishLink',
    method: 'PATCH',
    path: '/links/{id}/publish',
    security: ['x-app-key', 'Authorization'],
    repeatable: false,
    transition: 'publish',
  },
  unpublishLink: {
    id: 'unpublishLink',
    method: 'PATCH',
    path: '/links/{id}/unpublish',
    security: ['x-app-key', 'Authorization'],
    repeatable: false,
    transition: 'unpublish',
  },
  closeLink: {
    id: 'closeLink',
    method: 'PATCH',
    path: '/links/{id}/close',
    security: ['x-app-key', 'Authorization'],
    repeatable: false,
    transition: 'close',
  },
} as const;

export type OperationId = keyof typeof operations;
