import type { Call } from './call.js';

/** Whether both headers hold the sandbox's credentials. Takes the same time for every wrong value of one length. */
export function isAuthenticated(call: Call, appKey: string, token: string): boolean {
  const keyMatches = equals(call.header('x-app-key') ?? '', appKey);
  const tokenMatches = equals(call.header('authorization') ?? '', token);
  return keyMatches && tokenMatches;
}

function equals(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < given.length; index += 1)
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index % expected.length);
  return difference === 0;
}
