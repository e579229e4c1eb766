// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

export interface paths {
  '/_sandbox/faults': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the faults in place
     * @description Faults that have struck as often as they were to are listed until they are removed.
     */
    get: operations['listFaults'];
    put?: never;
    /**
     * Arm a fault
     * @description Takes what `inject` takes in process.
     */
    post: operations['armFault'];
    /**
     * Remove all faults
     * @description What the sandbox holds stays.
     */
    delete: operations['clearFaults'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/faults/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The fault's number.
         * @example 1
         */
        id: components['parameters']['FaultId'];
      };
      cookie?: never;
    };
    /**
     * Read one fault
     * @description Tells how often it has struck.
     */
    get: operations['getFault'];
    put?: never;
    post?: never;
    /**
     * Remove one fault
     * @description The others stay.
     */
    delete: operations['removeFault'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/journal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the journal
     * @description Every API request so far, in the order they arrived. Headers and bodies are not kept.
     */
    get: operations['readJournal'];
    put?: never;
    post?: never;
    /**
     * Empty the journal
     * @description It counts from 1 again.
     */
    delete: operations['clearJournal'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read every link
     * @description What the NEOPAY sandbox truly holds, oldest first, as its API spells it.
     */
    get: operations['readLinks'];
    /**
     * Hold these links and no others
     * @description Takes links as the API shows them. `product` and `amount` are needed; what else is left out is made up.
     */
    put: operations['seedLinks'];
    post?: never;
    /**
     * Hold no link
     * @description Faults and journal stay.
     */
    delete: operations['clearLinks'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read every payment
     * @description What the NETOPIA sandbox truly holds, oldest first.
     */
    get: operations['readPayments'];
    /**
     * Hold these payments and no others
     * @description Takes payments as `GET` shows them. `orderID` and `amount` are needed; what else is left out is made up.
     */
    put: operations['seedPayments'];
    post?: never;
    /**
     * Hold no payment
     * @description Faults and journal stay.
     */
    delete: operations['clearPayments'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start anew
     * @description Everything is as it was when the sandbox started with no stored links, its seeds in place, its ids, dice and clock at their beginning.
     */
    post: operations['reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the clock
     * @description The time that the sandbox lives in.
     */
    get: operations['readClock'];
    /**
     * Set the clock
     * @description It runs on from there.
     */
    put: operations['setClock'];
    /**
     * Move the clock
     * @description Responds once everything that fell due meanwhile has been done, such as sending a notification again.
     */
    post: operations['moveClock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/_sandbox/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ask whether it runs
     * @description Tells which API the sandbox stands in for. Takes no credentials.
     */
    get: operations['readHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Fault
     * @description A fault with the options of its kind, beside those of every kind; the sandbox's documentation lists them.
     */
    Fault: {
      /**
       * @description Which kind.
       * @example drop-after
       */
      fault: string;
      /**
       * @description The operation it strikes; every one unless given.
       * @example createLink
       */
      operation?: string;
      /**
       * @description How often it strikes at most; without end unless given.
       * @example 1
       */
      times?: number;
      /**
       * @description How likely it strikes a request; always unless given.
       * @example 0.2
       */
      probability?: number;
    } & {
      [key: string]: unknown;
    };
    /**
     * Fault in place
     * @description The fault as it was armed, with its number and how often it has struck.
     */
    ArmedFault: {
      /**
       * @description Its number, from 1.
       * @example 1
       */
      id: number;
      /**
       * @description Which kind.
       * @example drop-after
       */
      fault: string;
      /**
       * @description How often it has struck.
       * @example 0
       */
      fired: number;
    } & {
      [key: string]: unknown;
    };
    /**
     * Journal entry
     * @description One API request as the sandbox saw it; what is not known is left out. An API adds its own members.
     */
    JournalEntry: {
      /**
       * @description Position among all requests, from 1.
       * @example 1
       */
      sequence: number;
      /**
       * @description When it arrived, ISO 8601.
       * @example 2026-11-25T09:30:00.000Z
       */
      at: string;
      /**
       * @description Its method.
       * @example POST
       */
      method: string;
      /**
       * @description Its path, without the query.
       * @example /api/links
       */
      path: string;
      /**
       * @description The operation it asked for.
       * @example createLink
       */
      operation?: string;
      /**
       * @description What became of it.
       * @example applied
       * @enum {string}
       */
      outcome: 'pending' | 'applied' | 'read' | 'rejected' | 'faulted' | 'incomplete';
      /**
       * @description The status of the response.
       * @example 200
       */
      status?: number;
      /**
       * @description Whether it arrived whole.
       * @example true
       */
      received: boolean;
      /**
       * @description Position among all changes, from 1.
       * @example 1
       */
      change?: number;
      /**
       * @description Whether it changed something.
       * @example true
       */
      applied: boolean;
      /**
       * @description Whether a whole response left the sandbox.
       * @example true
       */
      responded: boolean;
      /**
       * @description The fault that struck it.
       * @example drop-after
       */
      fault?: string;
      /**
       * @description From arrival to the end of the response, in milliseconds.
       * @example 0.4
       */
      duration?: number;
    } & {
      [key: string]: unknown;
    };
    /**
     * What the sandbox holds
     * @description Links, or payments.
     */
    Items: {
      [key: string]: unknown;
    }[];
    /**
     * Time to set
     * @description The time to go on from.
     */
    ClockSetting: {
      /**
       * @description ISO 8601, or milliseconds since 1970.
       * @example 2027-01-31T18:00:00.000Z
       */
      now: string | number;
    };
    /**
     * Move of the clock
     * @description Either `advance` or `set`.
     */
    ClockMove: {
      /**
       * @description Milliseconds to move forward.
       * @example 3600000
       */
      advance?: number;
      /**
       * @description The time to go on from, ISO 8601 or milliseconds since 1970.
       * @example 2027-01-31T18:00:00.000Z
       */
      set?: string | number;
    };
    /**
     * Time
     * @description The sandbox's time.
     */
    ClockTime: {
      /**
       * @description ISO 8601.
       * @example 2026-11-25T09:30:00.000Z
       */
      now: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * Health
     * @description That the sandbox runs.
     */
    Health: {
      /**
       * @description `ok`.
       * @example ok
       */
      status: string;
      /**
       * @description The API it stands in for, `neopay` or `netopia`.
       * @example neopay
       */
      api: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * Refusal
     * @description Why a request was refused. The sandbox of an API that words its errors otherwise may add members.
     */
    Refusal: {
      /**
       * @description What is wrong, for people.
       * @example Unauthenticated.
       */
      message?: string;
    } & {
      [key: string]: unknown;
    };
  };
  responses: {
    /** @description What the sandbox holds. */
    Items: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Items'];
      };
    };
    /** @description The time now. */
    Time: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ClockTime'];
      };
    };
    /** @description 400 or 422 for a body that makes no sense, 401 for missing or wrong credentials, 403 for a web page of another origin, 404 and 405 for a path or a method that is not there. */
    Refused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
  };
  parameters: {
    /**
     * @description The fault's number.
     * @example 1
     */
    FaultId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listFaults: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The faults in the order they were armed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArmedFault'][];
        };
      };
      '4XX': components['responses']['Refused'];
    };
  };
  armFault: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The fault and its options. */
    requestBody: {
      content: {
        'application/json': components['schemas']['Fault'];
      };
    };
    responses: {
      /** @description The fault is in place. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArmedFault'];
        };
      };
      '4XX': components['responses']['Refused'];
    };
  };
  clearFaults: {
    parameters: {
      query?: {
        /**
         * @description Removes only the fault with this number.
         * @example 1
         */
        id?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No fault is in place. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      '4XX': components['responses']['Refused'];
    };
  };
  getFault: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The fault's number.
         * @example 1
         */
        id: components['parameters']['FaultId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The fault. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArmedFault'];
        };
      };
      '4XX': components['responses']['Refused'];
    };
  };
  removeFault: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The fault's number.
         * @example 1
         */
        id: components['parameters']['FaultId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The fault is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      '4XX': components['responses']['Refused'];
    };
  };
  readJournal: {
    parameters: {
      query?: {
        /**
         * @description Leaves out the entries up to this `sequence`.
         * @example 12
         */
        since?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The entries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalEntry'][];
        };
      };
      '4XX': components['responses']['Refused'];
    };
  };
  clearJournal: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The journal is empty. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      '4XX': components['responses']['Refused'];
    };
  };
  readLinks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Items'];
      '4XX': components['responses']['Refused'];
    };
  };
  seedLinks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The links. */
    requestBody: {
      content: {
        'application/json': components['schemas']['Items'];
      };
    };
    responses: {
      200: components['responses']['Items'];
      '4XX': components['responses']['Refused'];
    };
  };
  clearLinks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description There is no link. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      '4XX': components['responses']['Refused'];
    };
  };
  readPayments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Items'];
      '4XX': components['responses']['Refused'];
    };
  };
  seedPayments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The payments. */
    requestBody: {
      content: {
        'application/json': components['schemas']['Items'];
      };
    };
    responses: {
      200: components['responses']['Items'];
      '4XX': components['responses']['Refused'];
    };
  };
  clearPayments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description There is no payment. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      '4XX': components['responses']['Refused'];
    };
  };
  reset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sandbox is as new. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      '4XX': components['responses']['Refused'];
    };
  };
  readClock: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Time'];
      '4XX': components['responses']['Refused'];
    };
  };
  setClock: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The time. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ClockSetting'];
      };
    };
    responses: {
      200: components['responses']['Time'];
      '4XX': components['responses']['Refused'];
    };
  };
  moveClock: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How far, or to when. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ClockMove'];
      };
    };
    responses: {
      200: components['responses']['Time'];
      '4XX': components['responses']['Refused'];
    };
  };
  readHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It runs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      '4XX': components['responses']['Refused'];
    };
  };
}
