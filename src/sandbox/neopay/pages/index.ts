import type { Page } from '../../core/api.js';
import type { State } from '../state.js';
import { respondHome } from './home.js';
import { respondPay } from './pay.js';

/** The pages beside the API. */
export const pages: readonly Page<State>[] = [
  { path: /^\/()$/, show: respondHome },
  { path: /^\/pay\/([^/]+)$/, show: (state, _, slug) => respondPay(state, slug) },
];
