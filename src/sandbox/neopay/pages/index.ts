import type { Page } from '../../core/api.js';
import { respondHome } from '../../core/home.js';
import type { State } from '../state.js';
import { home } from './home.js';
import { respondPay } from './pay.js';

/** The pages beside the API. */
export const pages: readonly Page<State>[] = [
  { path: /^\/()$/, methods: ['POST'], show: (state, request) => respondHome(home, state, request) },
  { path: /^\/pay\/([^/]+)$/, show: (state, _, slug) => respondPay(state, slug) },
];
