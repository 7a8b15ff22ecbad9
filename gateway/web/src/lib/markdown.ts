/**
 * Markdown as a tree, of which pages are made without any HTML of its author's: markup is text, and
 * a link leads to http(s) or nowhere. A picture is named, not addressed: the server tells where it is.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em' | 'del'; inside: Inline[] }
  | { kind: 'link'; to: string; inside: Inline[] }
  | { kind: 'image'; ref: string; alt: string }
  | { kind: 'break' };

export type Block =
  | { kind: 'heading'; level: number; id: string; inside: Inline[] }
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; inside: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' };

const DEPTH = 8;

export function parse(markdown: string): Block[] {
  return blocks(markdown.replace(/\r\n?/g, '\n').split('\n'), 0);
}

const ITEM = /^( {0,3})(?:([-*+])|(\d{1,9})[.)])(?: +|$)/;
const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const HEADING = /^ {0,3}(#{1,6})(?: +(.*?))?(?: +#+)? *$/;
const QUOTE = /^ {0,3}> ?/;
const TABLE = /^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?\|? *$/;

function blocks(lines: string[], depth: number): Block[] {
  const found: Block[] = [];
  let i = 0;
  const line = (at: number): string => lines[at] ?? '';
  while (i < lines.length) {
    const text = line(i);
    if (text.trim() === '') {
      i++;
      continue;
    }
    const fence = FENCE.exec(text);
    if (fence) {
      const end = fence[1] ?? '```';
      const code: string[] = [];
      i++;
      while (i < lines.length && !line(i).trimStart().startsWith(end)) {
        code.push(line(i++));
      }
      i++;
      found.push({ kind: 'code', text: code.join('\n') });
      continue;
    }
    const heading = HEADING.exec(text);
    if (heading) {
      const words = heading[2] ?? '';
      found.push({ kind: 'heading', level: heading[1]?.length ?? 1, id: anchor(words), inside: inline(words) });
      i++;
      continue;
    }
    if (RULE.test(text)) {
      found.push({ kind: 'rule' });
      i++;
      continue;
    }
    if (QUOTE.test(text) && depth < DEPTH) {
      const quoted: string[] = [];
      while (i < lines.length && line(i).trim() !== '') {
        quoted.push(line(i++).replace(QUOTE, ''));
      }
      found.push({ kind: 'quote', inside: blocks(quoted, depth + 1) });
      continue;
    }
    if (ITEM.test(text) && depth < DEPTH) {
      i = list(lines, i, depth, found);
      continue;
    }
    if (text.includes('|') && TABLE.test(line(i + 1))) {
      const head = cells(text);
      const rows: Inline[][][] = [];
      i += 2;
      while (i < lines.length && line(i).includes('|') && line(i).trim() !== '') {
        rows.push(cells(line(i++)));
      }
      found.push({ kind: 'table', head, rows });
      continue;
    }
    const paragraph: string[] = [];
    while (
      i < lines.length &&
      line(i).trim() !== '' &&
      (paragraph.length === 0 || !(FENCE.test(line(i)) || HEADING.test(line(i)) || QUOTE.test(line(i)) || ITEM.test(line(i))))
    ) {
      paragraph.push(line(i++).replace(/^ +/, ''));
    }
    found.push({ kind: 'paragraph', inside: inline(paragraph.join('\n')) });
  }
  return found;
}

function list(lines: string[], from: number, depth: number, found: Block[]): number {
  const first = ITEM.exec(lines[from] ?? '');
  const ordered = first?.[3] !== undefined;
  const items: Block[][] = [];
  let i = from;
  while (i < lines.length) {
    const item = ITEM.exec(lines[i] ?? '');
    if (!item || (item[3] !== undefined) !== ordered) {
      break;
    }
    const indent = item[0].length;
    const own = [(lines[i] ?? '').slice(indent)];
    i++;
    while (i < lines.length) {
      const next = lines[i] ?? '';
      const inside = /^ */.exec(next)?.[0].length ?? 0;
      if (next.trim() === '') {
        const after = lines[i + 1] ?? '';
        if ((/^ */.exec(after)?.[0].length ?? 0) < 2 || after.trim() === '') {
          break;
        }
        own.push('');
      } else if (inside >= 2 || !(ITEM.test(next) || HEADING.test(next) || FENCE.test(next) || RULE.test(next))) {
        own.push(next.slice(Math.min(inside, indent)));
      } else {
        break;
      }
      i++;
    }
    items.push(blocks(own, depth + 1));
    if ((lines[i] ?? '').trim() === '' && ITEM.test(lines[i + 1] ?? '')) {
      i++;
    }
  }
  found.push({ kind: 'list', ordered, start: Number(first?.[3] ?? 1), items });
  return i;
}

function cells(line: string): Inline[][] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.trim()));
}

export function anchor(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const SPECIAL = /[\\`*_~![<\n]|https?:\/\//;

export function inline(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  const add = (plain: string) => {
    const last = found.at(-1);
    if (last?.kind === 'text') {
      last.text += plain;
    } else if (plain !== '') {
      found.push({ kind: 'text', text: plain });
    }
  };
  let rest = text;
  while (rest !== '') {
    const at = rest.search(SPECIAL);
    if (at < 0 || depth > DEPTH) {
      add(rest);
      break;
    }
    add(rest.slice(0, at));
    rest = rest.slice(at);
    const step = special(rest, depth);
    if (step) {
      if (typeof step.made === 'string') {
        add(step.made);
      } else {
        found.push(step.made);
      }
      rest = rest.slice(step.length);
    } else {
      add(rest.slice(0, 1));
      rest = rest.slice(1);
    }
  }
  return found;
}

function special(rest: string, depth: number): { made: Inline | string; length: number } | null {
  let match: RegExpExecArray | null;
  if ((match = /^\\([\\`*_{}[\]()#+\-.!|<>~])/.exec(rest))) {
    return { made: match[1] ?? '', length: match[0].length };
  }
  if ((match = /^(?: {2,}|\\)?\n/.exec(rest))) {
    return { made: match[0].length > 1 ? { kind: 'break' } : ' ', length: match[0].length };
  }
  if ((match = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/.exec(rest))) {
    return { made: { kind: 'code', text: (match[2] ?? '').trim() }, length: match[0].length };
  }
  if ((match = /^!\[([^\]]{0,300})\]\(([^()\s]{1,2000})(?: +"[^"]*")?\)/.exec(rest))) {
    return { made: { kind: 'image', ref: match[2] ?? '', alt: match[1] ?? '' }, length: match[0].length };
  }
  if ((match = /^\[([^\]]{1,500})\]\(([^()\s]{1,2000})(?: +"[^"]*")?\)/.exec(rest))) {
    const to = safeLink(match[2] ?? '');
    const inside = inline(match[1] ?? '', depth + 1);
    return { made: to ? { kind: 'link', to, inside } : { kind: 'em', inside }, length: match[0].length };
  }
  if ((match = /^<(https?:\/\/[^\s<>]{1,2000})>/.exec(rest)) || (match = /^(https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"])/.exec(rest))) {
    const to = safeLink(match[1] ?? '');
    if (to) {
      return { made: { kind: 'link', to, inside: [{ kind: 'text', text: match[1] ?? '' }] }, length: match[0].length };
    }
  }
  for (const [pattern, kind] of PAIRS) {
    if ((match = pattern.exec(rest))) {
      return { made: { kind, inside: inline(match[1] ?? '', depth + 1) }, length: match[0].length };
    }
  }
  return null;
}

const PAIRS: [RegExp, 'strong' | 'em' | 'del'][] = [
  [/^\*\*(?=\S)([\s\S]{1,2000}?\S|\S)\*\*/, 'strong'],
  [/^__(?=\S)([\s\S]{1,2000}?\S|\S)__/, 'strong'],
  [/^~~(?=\S)([\s\S]{1,2000}?\S|\S)~~/, 'del'],
  [/^\*(?=[^\s*])([\s\S]{0,2000}?[^\s*])\*(?!\*)/, 'em'],
  [/^_(?=[^\s_])([\s\S]{0,2000}?[^\s_])_(?![\p{L}\p{N}_])/u, 'em'],
];

function safeLink(given: string): string | null {
  if (/^#|^\/(?!\/)/.test(given)) {
    return given;
  }
  try {
    const url = new URL(given);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
