const SOON = 350;
const NEAR = 30;

let last = { at: -Infinity, x: 0, y: 0 };

/**
 * The second half of a double click, or of a double tap, would answer the picture that follows. Keys
 * press buttons, too, and each of their presses counts.
 */
export function pressedTwice(event: MouseEvent): void {
  if (event.detail === 0 || !(event.target as Element).closest('button')) {
    return;
  }
  const { timeStamp: at, clientX: x, clientY: y } = event;
  const again = at - last.at < SOON && Math.hypot(x - last.x, y - last.y) < NEAR;
  last = { at, x, y };
  if (again && (event.target as Element).closest('[data-once], .ed-classes-answer')) {
    event.preventDefault();
    event.stopPropagation();
  }
}
