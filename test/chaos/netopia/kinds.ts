import type { Books } from './books.js';
import { createNaiveShop } from './naive.js';
import type { Shop, ShopSettings } from './shop.js';

/** Every shop there is, by name. */
export const kinds: Readonly<Record<string, (settings: ShopSettings, books: Books) => Shop>> = { naive: createNaiveShop };
