/** What the run needs to see of a link. */
export interface Seen {
  readonly id: string;
  readonly status: string;
  readonly product?: string | undefined;
  readonly amount?: number | undefined;
  readonly reference?: string | null | undefined;
}

export type Action = 'publish' | 'unpublish' | 'close';

export interface Order {
  readonly product: string;
  readonly amount: number;
  readonly reference: string;
}

/** What a failed call claims: may the server have acted? */
export type Outcome = 'not-sent' | 'rejected' | 'unknown' | 'done';

export interface Claim {
  readonly name: string;
  readonly outcome: Outcome;
  /** The error is one of the client's own classes and carries an outcome. */
  readonly typed: boolean;
  /** The status a refused transition was told the link has. */
  readonly from?: string | undefined;
}

/** The few calls the run makes, so that any client can be put in its place. */
export interface Subject {
  create(order: Order): Promise<Seen>;
  createOnce(order: Order): Promise<Seen>;
  act(action: Action, id: string): Promise<Seen>;
  get(id: string): Promise<Seen>;
  list(): Promise<readonly Seen[]>;
  explain(error: unknown): Claim;
}

export interface SubjectOptions {
  readonly baseUrl: string;
  readonly appKey: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  readonly timeout: number;
  readonly deadline: number;
  readonly retries: number;
  readonly settle: number;
}

export type SubjectFactory = (options: SubjectOptions) => Subject;
