/** What each body that was seen, or put together from sources, must satisfy: by the beginning of its file's name. */
const schemas: readonly (readonly [RegExp, string])[] = [
  [/^start-bnpl-.*\.request/, 'StartPayLaterRequest'],
  [/^start-.*\.request/, 'StartRequest'],
  [/^start-.*\.response/, 'StartResponse'],
  [/^status.*\.request/, 'StatusRequest'],
  [/^status.*\.response/, 'StatusResponse'],
  [/^verify-auth.*\.request/, 'VerifyAuthRequest'],
  [/^verify-auth.*\.response/, 'VerifyAuthResponse'],
  [/^credit.*\.request/, 'CreditRequest'],
  [/^credit.*\.response/, 'CreditResponse'],
  [/^ipn-answer-/, 'NotificationAnswer'],
  [/^ipn-/, 'Notification'],
  [/^error-/, 'Problem'],
];

/** The schema of the body in a file of `bodies/`. */
export function schemaOf(file: string): string {
  const schema = schemas.find(([pattern]) => pattern.test(file))?.[1];
  if (schema === undefined) throw new Error(`no schema is known for ${file}`);
  return schema;
}
