import { describe, expect, it } from 'vitest';
import {
  fitsBase64,
  fitsDate,
  fitsDateTime,
  fitsEmail,
  fitsHostname,
  fitsIpv4,
  fitsIpv6,
  fitsLocalDateTime,
  fitsTime,
  fitsUri,
  fitsUuid,
} from '../../scripts/generate/runtime/formats.js';
import { distinct, fitsDecimals, lengthOf, multiple, same } from '../../scripts/generate/runtime/values.js';

describe('multiple', () => {
  it.each([350.41, 0.28, 0.07, 1.1, 8.2, 99999999.99, 10, 0, -0.01])('takes %d as a multiple of 0.01', (value) => {
    expect(multiple(value, 1, 100)).toBe(true);
  });

  it.each([0.1 + 0.2, 350.411, 0.001, 1e-9, 1.005])('refuses %d as a multiple of 0.01', (value) => {
    expect(multiple(value, 1, 100)).toBe(false);
  });

  it('counts in steps of more than one unit', () => {
    expect([multiple(0.15, 5, 100), multiple(0.16, 5, 100)]).toEqual([true, false]);
  });
});

describe('fitsDecimals', () => {
  it.each([350.41, 0.28, 1.1, 99999999.99, 10, 0, -0.01, 1e300])('takes %d with two decimals at most', (value) => {
    expect(fitsDecimals(value, 100)).toBe(true);
  });

  it.each([0.1 + 0.2, 0.001, 1e-9, 1.005, 350.411])('refuses %d with two decimals at most', (value) => {
    expect(fitsDecimals(value, 100)).toBe(false);
  });
});

describe('lengthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['😀', 1],
    ['a😀é', 3],
    ['\ud83d', 1],
    ['\ude00\ud83d', 2],
  ])('counts the characters of %j as JSON Schema does', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });
});

describe('same', () => {
  it('compares what JSON compares', () => {
    expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
    expect(same({ a: undefined }, { b: undefined })).toBe(false);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same({ constructor: 1 }, {})).toBe(false);
    expect(same(1, true)).toBe(false);
  });
});

describe('distinct', () => {
  it('finds equal objects as well as equal scalars', () => {
    expect(distinct([1, '1', true, null, { a: 1 }, { a: 2 }, [1]])).toBe(true);
    expect(
      distinct([
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).toBe(false);
    expect(distinct(['x', 'y', 'x'])).toBe(false);
  });
});

describe('formats', () => {
  it.each([
    [
      fitsDate,
      ['2026-01-31', '2024-02-29', '2000-02-29'],
      ['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', ''],
    ],
    [
      fitsDateTime,
      ['2026-01-31T18:00:00Z', '2023-04-11T19:44:43.000000Z', '2026-01-31t18:00:00+02:00'],
      ['2026-01-31', '2026-01-31T18:00:00', '2026-01-31T24:00:00Z', '2026-02-30T00:00:00Z'],
    ],
    [
      fitsLocalDateTime,
      ['2027-01-31 18:00:00', '2024-02-29 23:59:59'],
      ['2027-53-01 00:00:00', '2027-02-30 18:00:00', '2027-01-31 24:00:00', '2027-01-31 23:59:60', '2027-01-31T18:00:00', '2027-01-31'],
    ],
    [fitsTime, ['18:00:00Z', '23:59:60+01:00'], ['18:00', '18:60:00Z', 'noon']],
    [
      fitsUuid,
      ['98e878e8-2486-458a-b1f4-878d37398b52', '00000000-0000-0000-0000-000000000000'],
      ['98e878e8', '98e878e8-2486-458a-b1f4-878d37398b5g'],
    ],
    [fitsEmail, ['ada@example.com', 'a.b+c@x.example'], ['ada', '@x', 'a b@x', 'a@b@c']],
    [fitsUri, ['https://shop.example/a?b=c#d', 'mailto:ada@example.com', 'urn:x:y'], ['shop.example', '/path', 'https://a b', '']],
    [fitsHostname, ['shop.example', 'localhost', 'a-b.c.'], ['-shop', 'shop-', 'a..b', 'a_b', `${'a'.repeat(64)}.b`, '']],
    [fitsIpv4, ['127.0.0.1', '255.255.255.255'], ['256.0.0.1', '1.2.3', '1.2.3.4.', '1.2.3.4.5']],
    [fitsIpv6, ['::', '::1', '1:2:3:4:5:6:7:8', '1::8', '::ffff:127.0.0.1'], ['1::2::3', '1:2:3', '12345::', ':::', '1:2:3:4:5:6:7:8:9']],
    [fitsBase64, ['', 'aGk=', 'aGVs'], ['aGk', 'a', 'aG=k', 'äöü=']],
  ] as const)('%o tells what fits from what does not', (fits, good, bad) => {
    expect(good.filter((text) => !fits(text))).toEqual([]);
    expect(bad.filter((text) => fits(text))).toEqual([]);
  });
});
