import { describe, expect, it } from 'vitest';
import { inline, parse } from './markdown';

describe('Markdown', () => {
  it('knows headings, lists, tables, quotes, code', () => {
    const found = parse('# Cats\n\ntext *em* **strong** `code`\n\n- one\n- two\n  - inside\n\n1. a\n2. b\n\n> said\n\n```\n<b>\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n---');

    expect(found.map((block) => block.kind)).toEqual([
      'heading', 'paragraph', 'list', 'list', 'quote', 'code', 'table', 'rule',
    ]);
    expect(found[2]).toMatchObject({ ordered: false, items: [{}, {}] });
  });

  it('keeps markup as text', () => {
    expect(inline('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]);
    expect(parse('<script>alert(1)</script>')).toEqual([
      { kind: 'paragraph', inside: [{ kind: 'text', text: '<script>alert(1)</script>' }] },
    ]);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])(
    'makes no link of %s',
    (to) => {
      expect(JSON.stringify(inline(`[click](${to})`))).not.toContain('"link"');
    },
  );

  it('names pictures', () => {
    expect(inline('see ![a cat](picture:abc "large")!')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'image', ref: 'picture:abc', alt: 'a cat' },
      { kind: 'text', text: '!' },
    ]);
  });

  it('ends with anything', () => {
    for (const odd of ['*'.repeat(5000), '['.repeat(5000), '> '.repeat(500), '- '.repeat(500), '`'.repeat(999), '_a'.repeat(3000)]) {
      expect(parse(odd).length).toBeGreaterThan(0);
    }
  });
});
