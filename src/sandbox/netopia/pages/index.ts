import type { Page } from '../../core/api.js';
import { respondHome } from '../../core/home.js';
import type { State } from '../state.js';
import { respondAuthorize } from './authorize.js';
import { respondCard } from './card.js';
import { home } from './home.js';

/** The pages beside the API. */
export const pages: readonly Page<State>[] = [
  { path: /^\/()$/, methods: ['POST'], show: (state, request) => respondHome(home, state, request) },
  {
    path: /^\/public-key\.pem()$/,
    show: ({ key }) => ({ status: 200, headers: { 'content-type': 'application/x-pem-file' }, body: key.publicKey }),
  },
  { path: /^\/ui\/card()$/, methods: ['POST'], show: respondCard },
  { path: /^\/sandbox\/authorize()$/, methods: ['POST'], show: respondAuthorize },
];
