import { parse, type Block, type Inline } from '../lib/markdown';

const LONGEST = 100;

/** Places of a guideline that a decision may name: its headings and numbered points, in order. */
export function clausesOf(guideline: string): string[] {
  const found: string[] = [];
  collect(parse(guideline), found);
  return [...new Set(found.map(shortened).filter((one) => one !== ''))];
}

function collect(blocks: Block[], found: string[]): void {
  for (const block of blocks) {
    if (block.kind === 'heading') {
      found.push(plain(block.inside));
    } else if (block.kind === 'list' && block.ordered) {
      block.items.forEach((item, i) => {
        const [first] = item;
        if (first?.kind === 'paragraph') {
          found.push(`${block.start + i}. ${plain(first.inside)}`);
        }
        collect(item.slice(1), found);
      });
    } else if (block.kind === 'quote') {
      collect(block.inside, found);
    }
  }
}

function plain(parts: Inline[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
        case 'code':
          return part.text;
        case 'image':
          return part.alt;
        case 'break':
          return ' ';
        default:
          return plain(part.inside);
      }
    })
    .join('');
}

function shortened(clause: string): string {
  const one = clause.replace(/\s+/g, ' ').trim();
  return one.length <= LONGEST ? one : `${one.slice(0, LONGEST - 1).trimEnd()}…`;
}
