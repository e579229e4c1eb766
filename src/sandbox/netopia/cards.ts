/** What the sandbox's bank says to a card. `code` and `message` are those of the API. */
export interface Verdict {
  readonly kind: 'approved' | 'authentication' | 'declined' | 'expired';
  readonly code: string;
  readonly message: string;
}

/** A card that NETOPIA publishes for tests; its security code is 111, and any future date will do. */
export interface TestCard {
  readonly name: string;
  readonly number: string;
  readonly label: string;
  readonly verdict: Verdict;
}

const approved: Verdict = { kind: 'approved', code: '00', message: 'Approved' };
const expired: Verdict = { kind: 'expired', code: '19', message: 'Expired card' };
const wrongCode: Verdict = { kind: 'declined', code: '21', message: 'Invalid CVV' };
const unknownCard: Verdict = { kind: 'declined', code: '17', message: 'Invalid card number' };

// Codes of the last four are the nearest ones of the API's list: which code each card gives has not been measured.
const cards = [
  { name: 'approved', number: '9900004810225098', label: 'Approved', verdict: approved },
  {
    name: 'authentication',
    number: '9900009184214768',
    label: '3-D Secure',
    verdict: { kind: 'authentication', code: '100', message: 'Approved' },
  },
  { name: 'expired', number: '9900541631437790', label: 'Expired card', verdict: expired },
  { name: 'wrong-cvv', number: '9900827979991500', label: 'Wrong security code', verdict: wrongCode },
  {
    name: 'insufficient-funds',
    number: '9900518572831942',
    label: 'Insufficient funds',
    verdict: { kind: 'declined', code: '20', message: 'Insufficient funds' },
  },
  {
    name: 'antifraud',
    number: '9900005786662552',
    label: 'Refused by antifraud rules',
    verdict: { kind: 'declined', code: '36', message: 'Transaction rejected by antifraud filters' },
  },
  {
    name: 'not-allowed',
    number: '9900576270414197',
    label: 'Not allowed for this card',
    verdict: { kind: 'declined', code: '34', message: 'Transaction not allowed' },
  },
  {
    name: 'bank-error',
    number: '9900130597497640',
    label: 'Error at the bank',
    verdict: { kind: 'declined', code: '22', message: 'Issuer error' },
  },
] as const satisfies readonly TestCard[];

export type TestCardName = (typeof cards)[number]['name'];

/** Every test card, the approved one first. */
export const testCards: readonly TestCard[] = cards;

/** The test card of that number or name. */
export function findCard(numberOrName: string): TestCard | undefined {
  const wanted = numberOrName.replace(/[\s-](?=\d)/g, '');
  return testCards.find(({ name, number }) => name === numberOrName || number === wanted);
}

/** A card as a start gives it. */
export interface CardInput {
  readonly account: string;
  readonly expMonth?: number | undefined;
  readonly expYear?: number | undefined;
  readonly secretCode?: string | undefined;
}

/** What the bank says to card data at `now`, in milliseconds since 1970. */
export function judgeCard({ account, expMonth = 12, expYear = 9999, secretCode = '111' }: CardInput, now: number): Verdict {
  const card = findCard(account);
  if (card === undefined) return unknownCard;
  // A card is good until the end of the month it names.
  if (Date.UTC(expYear, expMonth) <= now) return expired;
  return secretCode === '111' ? card.verdict : wrongCode;
}

/** The number with all but its first and last four digits hidden, as notifications show it. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 1)}****${number.slice(-4)}`;
}
