import { en } from '../texts/en';
import type { Key, Message } from '../texts/en';

/** Languages by their code, named in themselves. A new one is a file in ../texts and a line here. */
export const languages = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof languages;

type Catalogue = Record<Key, Message>;
export type Values = Record<string, string | number>;

const load: Record<Language, () => Promise<Catalogue>> = {
  en: async () => en,
  hi: async () => (await import('../texts/hi')).hi,
};

let language = $state<Language>('en');
let catalogue = $state.raw<Catalogue>(en);

export function current(): Language {
  return language;
}

/** Numbers and dates as people of India write them, in the language that was chosen. */
export function locale(): string {
  return `${language}-IN`;
}

export async function choose(wanted: Language): Promise<void> {
  const loaded = await load[wanted]();
  catalogue = loaded;
  language = wanted;
  document.documentElement.lang = wanted;
}

/** The first language of the browser that there is. */
export function preferred(): Language {
  const found = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag && tag in languages);
  return (found as Language | undefined) ?? 'en';
}

export function text(key: Key, values: Values = {}): string {
  return fill(catalogue[key] ?? en[key] ?? key, values);
}

/** For keys that come from the server or the editor; the fallback where there is no such text. */
export function textOr(key: string, fallback: string, values: Values = {}): string {
  return key in en ? text(key as Key, values) : fallback;
}

/** A message with its values in place. */
export function fill(message: Message, values: Values): string {
  const pattern =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(locale()).select(Number(values['n'] ?? 0))] ?? message.other);
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? number(value, 2) : (value ?? '');
  });
}

export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function money(amount: { minor: number; currency: string }): string {
  const format = new Intl.NumberFormat(locale(), { style: 'currency', currency: amount.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount.minor / 10 ** digits);
}

/** Without what is smaller than the currency's unit: for sums that are estimates. */
export function roundMoney(amount: { minor: number; currency: string }): string {
  const format = new Intl.NumberFormat(locale(), { style: 'currency', currency: amount.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: amount.currency, maximumFractionDigits: 0 }).format(amount.minor / 10 ** digits);
}

export function day(at: string | number | Date): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(at));
}

export function exact(at: string | number | Date): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** How long ago, or how far ahead, as people say it. */
export function relative(at: string | number | Date, now: number): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

const spans: [string, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** How long something takes, in the unit in which people think of it. */
export function span(milliseconds: number): string {
  const [unit, size] = spans.find(([, length]) => milliseconds >= 2 * length) ?? (['second', 1_000] as const);
  const amount = milliseconds / size;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && unit === 'second' ? 1 : 0,
  }).format(amount);
}

/** Minutes and seconds, as on a clock. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
