import { InputError } from '../core/errors.js';
import type { Action } from './types.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A page that leads the payer's browser to the bank: a form that submits itself, or by a button where scripts are off. */
export function actionForm(action: Action): string {
  const { url, formData } = action;
  if (!/^https?:\/\//i.test(url)) throw new InputError('actionForm', [{ path: 'url', message: 'must be an absolute http address' }]);
  const fields = Object.entries(formData).map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Your bank</title></head>
<body>
<form method="post" action="${escape(url)}">
${fields.join('\n')}
<button>Continue to your bank</button>
</form>
<script>document.forms[0].submit();</script>
</body>
</html>
`;
}

function escape(text: string): string {
  return String(text).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
