// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

export interface paths {
  '/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List payment links
     * @description Returns the payment links of the Application that the key belongs to. The API's page shows one link as an object under `data`; other NEOPAY resources put an array there, so both are described and a client must read both. No paging parameters are documented.
     */
    get: operations['listLinks'];
    put?: never;
    /**
     * Create a payment link
     * @description Creates a link in status `draft`. Payers cannot open it before it is published. The API offers no idempotency key: a repeated request creates a second link, so set `reference` to a value of your own and look it up before trying again.
     */
    post: operations['createLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/links/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a payment link
     * @description Returns one link in its present state, whatever its status. Read it before repeating a request whose answer was lost.
     */
    get: operations['getLink'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/links/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Publish a payment link
     * @description Makes a draft or unpublished link payable at its public address. The request has no body.
     */
    patch: operations['publishLink'];
    trace?: never;
  };
  '/links/{id}/unpublish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Unpublish a payment link
     * @description Takes a published link back, so that payers can no longer use it; it may be published again. The request has no body. The page spells the resulting status `unpublised`.
     */
    patch: operations['unpublishLink'];
    trace?: never;
  };
  '/links/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Close a payment link
     * @description Ends a link for good, whichever open status it has. Nothing is documented that would open it again. The request has no body.
     */
    patch: operations['closeLink'];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Payment link
     * @description A payment link as the API answers it. Only what every answer on the page has is required; unknown members may appear.
     */
    PaymentLink: {
      /**
       * @description NEOPAY's identifier of the link. The page shows a UUID in the list and an integer elsewhere; treat it as opaque text.
       * @example 98e878e8-2486-458a-b1f4-878d37398b52
       */
      readonly id: string | number;
      /**
       * @description The Application that owns the link; a UUID in every sample. It follows from the key and is not sent.
       * @example 98e2fe88-3a95-4c7c-a98f-dfa5192b85f6
       */
      readonly application_id: string;
      /**
       * @description Where the link stands: `draft`, `published`, `unpublished` or `closed`. The page spells one of them `unpublised`; read it as `unpublished`. The list is open: expect values that are not named here.
       * @example draft
       */
      readonly status: 'draft' | 'published' | 'unpublished' | 'closed' | (string & {});
      /**
       * @description The link's short public name, ten letters and digits in every sample. The page does not show the address it belongs to.
       * @example 5EczjXZRsZ
       */
      readonly slug?: string;
      /**
       * @description Name of what is sold.
       * @example iPhone 14 Pro
       */
      product: string;
      /**
       * @description Price in units of `currency`, with at most two decimals (`Double(10.2)` on the page).
       * @example 350.41
       */
      amount: number;
      /**
       * @description Description shown on the payer's page.
       * @example Refurbished, 128 GB, one year of warranty
       */
      description?: string | null;
      /**
       * @description Payment reference shown on the payer's bank statement.
       * @example ORDER 1042
       */
      communication?: string | null;
      /**
       * @description The reference that was sent on creation, or null.
       * @example order-1042
       */
      reference?: string | null;
      /**
       * @description ISO 4217 code of the currency, chosen outside this API. The samples show `EUR`.
       * @example EUR
       */
      readonly currency?: string;
      /**
       * @description When the link expires. Null in every sample answer, so its format is not known; requests use `YYYY-MM-DD HH:MM:SS` with no zone.
       * @example 2027-01-31 18:00:00
       */
      expired_at?: string | null;
      /**
       * @description Whether, or which, customer data is asked for. A boolean in every sample answer, one of three words in requests. How it relates to `settings.requestCustomerData` is not said, and the samples contradict each other; prefer the setting.
       * @example false
       */
      request_customer_data?: boolean | string | null;
      /**
       * @description Whether the payer's page shows the payee. The samples contradict `settings.showPayeeData`; how the two relate is not said, prefer the setting.
       * @example false
       */
      show_payee_data?: boolean | null;
      /**
       * @description True in every sample answer; the page does not explain it.
       * @example true
       */
      readonly enabled?: boolean | null;
      /** @description How the payer's page behaves and looks, as the API answers it. */
      settings?: components['schemas']['LinkSettings'];
      /**
       * Format: date-time
       * @description When the link was created, in UTC with six decimals.
       * @example 2026-11-02T09:30:00.000000Z
       */
      readonly created_at?: string;
      /**
       * Format: date-time
       * @description When the link last changed, in UTC with six decimals.
       * @example 2026-11-02T09:30:00.000000Z
       */
      readonly updated_at?: string;
      /**
       * Format: date-time
       * @description When the link was deleted, or null. Only the list sample has it; missing means null.
       * @example null
       */
      readonly deleted_at?: string | null;
    } & {
      [key: string]: unknown;
    };
    /**
     * Link settings
     * @description How the payer's page behaves and looks, as the API answers it.
     */
    LinkSettings:
      | ({
          /**
           * @description Whether the link expires at `expired_at`.
           * @example true
           */
          expirationDate?: boolean | null;
          /**
           * @description Whether the payer's page shows who is paid.
           * @example true
           */
          showPayeeData?: boolean | null;
          /**
           * @description Whether the payer's page asks for customer data beyond the e-mail address.
           * @example true
           */
          requestCustomerData?: boolean | null;
          /** @description Colour and logo of the payer's page, as the API answers them. The page's table says Boolean for these fields, its samples show strings. */
          theme?: components['schemas']['LinkTheme'];
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * Link theme
     * @description Colour and logo of the payer's page, as the API answers them. The page's table says Boolean for these fields, its samples show strings.
     */
    LinkTheme:
      | ({
          /**
           * @description The colour theme. The samples show `blue` and `purple`.
           * @example blue
           */
          selected?: string | boolean | null;
          /**
           * @description The logo at the top left. The samples show the word `logo-url`, so an address is likely.
           * @example https://shop.example/logo.png
           */
          logo?: string | boolean | null;
          /**
           * @description Style of the logo. Requests take `icon`, `icon_name` or `logo`; the list sample answers a colour here.
           * @example icon_name
           */
          logoType?: string | boolean | null;
          /**
           * @deprecated
           * @description The page's list sample spells `logoType` this way. Read it as `logoType`; never send it.
           * @example icon
           */
          logoTYpe?: string | boolean | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    /**
     * List of payment links
     * @description The links under `data`. Members beside `data` are inferred from the framework's paging and may be absent.
     */
    LinkList: {
      /** @description An array of links, or one link as an object, as the page's sample has it. */
      data: components['schemas']['PaymentLink'][] | components['schemas']['PaymentLink'];
      /** @description Addresses of the neighbouring pages. */
      links?:
        | ({
            /**
             * @description Address of the next page, or null on the last one.
             * @example https://neopay.io/api/links?page=2
             */
            next?: string | null;
          } & {
            [key: string]: unknown;
          })
        | null;
      /** @description Numbers about the pages. */
      meta?:
        | ({
            /**
             * @description Number of this page, from 1.
             * @example 1
             */
            current_page?: number;
            /**
             * @description Number of links on all pages.
             * @example 2
             */
            total?: number;
          } & {
            [key: string]: unknown;
          })
        | null;
    } & {
      [key: string]: unknown;
    };
    /**
     * Payment link to create
     * @description What may be sent to create a link. The Application and the currency follow from the key and are not sent.
     */
    CreateLinkInput: {
      /**
       * @description Name of what is sold. At most 50 characters.
       * @example iPhone 14 Pro
       */
      product: string;
      /**
       * @description Price in units of the Application's currency, above 0, with at most two decimals and ten digits (`Double(10.2)` on the page).
       * @example 350.41
       */
      amount: number;
      /**
       * @description Description shown on the payer's page. At most 150 characters.
       * @example Refurbished, 128 GB, one year of warranty
       */
      description?: string;
      /**
       * @description Payment reference shown on the payer's bank statement. At most 18 characters.
       * @example ORDER 1042
       */
      communication?: string;
      /**
       * @description A reference of your own, such as an order number, answered back on the link. The page states no limit and no uniqueness.
       * @example order-1042
       */
      reference?: string;
      /**
       * Format: local-date-time
       * @description When the link expires, a date that exists, as `YYYY-MM-DD HH:MM:SS`. The page names no time zone. Ignored unless `settings.expirationDate` is true.
       * @example 2027-01-31 18:00:00
       */
      expired_at?: string;
      /**
       * @description What the payer is asked for beside the e-mail address, which is always asked for: `name`, `name_phone` (name and phone) or `full_customer` (name, phone and address). Ignored unless `settings.requestCustomerData` is true.
       * @example full_customer
       * @enum {string}
       */
      request_customer_data?: 'name' | 'name_phone' | 'full_customer';
      /** @description How the payer's page behaves and looks. */
      settings?: components['schemas']['CreateLinkSettings'];
    };
    /**
     * Settings of the link to create
     * @description How the payer's page behaves and looks.
     */
    CreateLinkSettings: {
      /**
       * @description Whether the link expires at `expired_at`.
       * @example true
       */
      expirationDate?: boolean;
      /**
       * @description Whether the payer's page shows who is paid.
       * @example true
       */
      showPayeeData?: boolean;
      /**
       * @description Whether the payer's page asks for the data named in `request_customer_data`.
       * @example true
       */
      requestCustomerData?: boolean;
      /** @description Colour and logo of the payer's page. */
      theme?: components['schemas']['CreateLinkTheme'];
    };
    /**
     * Theme of the link to create
     * @description Colour and logo of the payer's page.
     */
    CreateLinkTheme: {
      /**
       * @description The colour theme. The samples show `blue` and `purple`; the full list is not documented.
       * @example blue
       */
      selected?: string;
      /**
       * @description The logo at the top left, probably an address; the page shows only the word `logo-url`.
       * @example https://shop.example/logo.png
       */
      logo?: string;
      /**
       * @description Style of the logo, `icon` (an icon), `icon_name` (an icon with the merchant's name beside it) or `logo` (normal size).
       * @example icon_name
       * @enum {string}
       */
      logoType?: 'icon' | 'icon_name' | 'logo';
    };
    /**
     * Problem
     * @description An error as the framework behind the API words it.
     */
    Problem: {
      /**
       * @description What went wrong, for people.
       * @example Unauthenticated.
       */
      message: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * Validation problem
     * @description A refused request body, with the reasons field by field.
     */
    ValidationProblem: {
      /**
       * @description The first reason, for people.
       * @example The product field is required.
       */
      message: string;
      /**
       * @description The reasons by field; nested fields are written with dots, as in `settings.theme.logoType`.
       * @example {
       *       "product": [
       *         "The product field is required."
       *       ]
       *     }
       */
      errors: {
        [key: string]: string[];
      };
    } & {
      [key: string]: unknown;
    };
  };
  responses: {
    /** @description A credential is missing or wrong. Check both headers; repeating the request as it is does not help. */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description The Application may not do this; an IP or domain restriction in its settings is the likely cause. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description No link of this Application has the id. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description The link's status does not allow the action. Read the link to learn its status. */
    IllegalTransition: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description The body breaks a rule. Correct the fields named under `errors`. */
    Unprocessable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ValidationProblem'];
      };
    };
    /** @description Too many requests in a short time; none of it was processed. Wait for `Retry-After`. */
    TooManyRequests: {
      headers: {
        'Retry-After': components['headers']['RetryAfter'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description The server failed. After a create or a transition, read the link before repeating it; the change may have been made. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
     * @example 98e878e8-2486-458a-b1f4-878d37398b52
     */
    Id: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Seconds to wait before the next request.
     * @example 30
     */
    RetryAfter: number;
    /**
     * @description Requests allowed in the present window.
     * @example 60
     */
    RateLimitLimit: number;
    /**
     * @description Requests left in the present window.
     * @example 0
     */
    RateLimitRemaining: number;
    /**
     * @description When the window ends, in seconds since 1970-01-01 UTC.
     * @example 1793613000
     */
    RateLimitReset: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listLinks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The links of the Application. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkList'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
  createLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What is sold, for how much, and how the payer's page looks. */
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateLinkInput'];
      };
    };
    responses: {
      /** @description The new link, in status `draft`. The page documents 200 rather than 201; accept any 2xx. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentLink'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      /** @description The new link under any other success status. The page documents 200; 201 is what its framework would answer. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentLink'];
        };
      };
      '5XX': components['responses']['ServerError'];
    };
  };
  getLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentLink'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
  publishLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link, now `published`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentLink'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['IllegalTransition'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
  unpublishLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link, now unpublished. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentLink'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['IllegalTransition'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
  closeLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The link's `id` as another answer gave it. Lists show UUIDs, single answers show integers; both are sent as one path segment.
         * @example 98e878e8-2486-458a-b1f4-878d37398b52
         */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link, now `closed`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentLink'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['IllegalTransition'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['ServerError'];
    };
  };
}
