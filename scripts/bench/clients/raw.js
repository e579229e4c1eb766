/** What a careful program would write by hand, and the measure of all others. */
export function connect({ baseUrl, appKey, token, fetch = globalThis.fetch }) {
  const headers = { 'x-app-key': appKey, Authorization: token, Accept: 'application/json' };
  const send = async (path, init) => {
    const response = await fetch(baseUrl + path, { ...init, headers: { ...headers, ...init.headers } });
    if (!response.ok) throw new Error(`The API answered ${response.status}`);
    return response.json();
  };
  return {
    get: (id) => send(`/links/${id}`, { method: 'GET' }),
    create: (input) => send('/links', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input) }),
    list: async () => (await send('/links', { method: 'GET' })).data,
  };
}
