import { describe, expect, it } from 'vitest';
import type { Tool } from '../api/types';
import { allBindings, isChoosable, pageCommand, rebound, type Chosen } from './keys';

const TOOLS: Tool[] = ['category', 'tags', 'box', 'polygon', 'polyline', 'keypoints', 'mask', 'transcript', 'verification'];
const like = (keys: Chosen['keys'], more: Partial<Chosen> = {}): Chosen => ({ keys, singleKeys: true, remap: {}, ...more });
const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...more }) as KeyboardEvent;

const twice = (chosen: Chosen, tool: Tool): string[] => {
  const all = Object.values(allBindings(chosen, tool)).flat().map((key) => key.toLowerCase());
  return all.filter((key, i) => all.indexOf(key) !== i);
};

describe('keys of the page and of the editor', () => {
  it.each(['cvat', 'labelstudio'] as const)('mean one thing each: %s', (keys) => {
    for (const tool of TOOLS) {
      expect(twice(like(keys), tool), tool).toEqual([]);
    }
  });

  it('can be changed; whoever had the key has it no longer', () => {
    const { remap, from } = rebound(like('labelstudio'), 'takeBack', ['G']);
    const chosen = like('labelstudio', { remap });

    expect(from).toEqual(['guideline']);
    expect(allBindings(chosen, 'tags')).toMatchObject({ takeBack: ['G'], guideline: [] });
    expect(pageCommand(press('g'), chosen, 'tags')).toBe('takeBack');
    for (const tool of TOOLS) {
      expect(twice(chosen, tool), tool).toEqual([]);
    }
  });

  it('can be turned off one by one', () => {
    const { remap } = rebound(like('cvat'), 'submit', []);
    const chosen = like('cvat', { remap });
    expect(pageCommand(press('f'), chosen, 'box')).toBeNull();
    expect(pageCommand(press('g'), chosen, 'box')).toBe('guideline');
  });

  it('are silent without Ctrl where single keys are turned off', () => {
    const chosen = like('labelstudio', { singleKeys: false });
    expect(pageCommand(press('g'), chosen, 'box')).toBeNull();
    expect(pageCommand(press('Enter', { code: 'Enter', ctrlKey: true }), chosen, 'box')).toBe('submit');
  });

  it('send by Enter where nothing is drawn, and nothing while they are held down', () => {
    const enter = press('Enter', { code: 'Enter' });
    expect(pageCommand(enter, like('labelstudio'), 'tags')).toBe('submit');
    expect(pageCommand(enter, like('labelstudio'), 'polygon')).toBeNull();
    expect(pageCommand({ ...enter, repeat: true }, like('labelstudio'), 'tags')).toBeNull();
  });

  it('are no mere Ctrl, no Tab and no Escape', () => {
    expect(['ctrl+control', 'shift+shift', 'tab', 'escape', 'arrowleft', 'ctrl+arrowup', 'dead'].filter(isChoosable)).toEqual([]);
    expect(['g', 'ctrl+shift+z', 'alt+h', 'delete', 'f8', '+'].filter(isChoosable)).toHaveLength(6);
  });
});
