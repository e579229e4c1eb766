import createClient from 'openapi-fetch';
import type { paths } from '../../generated/neopay/types.js';
import type { Seen, SubjectFactory, SubjectOptions } from './subject.js';
import { seenIn } from './checker/evidence.js';

/** What many people write: openapi-fetch, a timeout, and every failure tried again. */
export const createNaive: SubjectFactory = (options) => {
  const { baseUrl, appKey, token } = options;
  const client = createClient<paths>({ baseUrl, headers: { 'x-app-key': appKey, Authorization: token }, fetch: retryEverything(options) });
  const list = async (): Promise<Seen[]> => {
    const { data } = await client.GET('/links');
    return [data].flatMap((page) => (page && 'data' in page ? [page.data].flat() : [])).flatMap((link) => seenIn(link) ?? []);
  };
  const create = async (order: { product: string; amount: number; reference: string }): Promise<Seen> => {
    const { data } = await client.POST('/links', { body: order });
    return need(data);
  };
  return {
    create,
    list,
    createOnce: async (order) => (await list()).find((link) => link.reference === order.reference) ?? create(order),
    act: async (action, id) => need((await client.PATCH(`/links/{id}/${action}`, { params: { path: { id } } })).data),
    get: async (id) => need((await client.GET('/links/{id}', { params: { path: { id } } })).data),
    explain: (error) => ({ name: String(error), outcome: 'rejected', typed: false }),
  };
};

function retryEverything({ retries, timeout, fetch }: SubjectOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      const last = attempt === retries;
      try {
        const response = await fetch(request.clone(), { signal: AbortSignal.timeout(timeout) });
        if (last || (response.status < 500 && response.status !== 429)) return response;
      } catch (error) {
        if (last) throw error;
      }
    }
  };
}

function need(data: unknown): Seen {
  const link = seenIn(data);
  if (!link) throw new Error('The answer holds no link.');
  return link;
}
