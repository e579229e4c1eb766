import axios from 'axios';

/** Over its fetch adapter, so that all clients share one transport. */
export function connect({ baseUrl, appKey, token, fetch }) {
  const headers = { 'x-app-key': appKey, Authorization: token };
  const client = axios.create({ baseURL: baseUrl, headers, adapter: 'fetch', ...(fetch && { env: { fetch } }) });
  return {
    get: async (id) => (await client.get(`/links/${id}`)).data,
    create: async (input) => (await client.post('/links', input)).data,
    list: async () => (await client.get('/links')).data.data,
  };
}
