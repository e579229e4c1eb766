/** A stand-in for `fetch` that needs no network. */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
