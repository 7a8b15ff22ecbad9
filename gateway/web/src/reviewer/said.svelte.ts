/** What was just done, told on the page that comes after it. */
let words = $state('');

export function said(): string {
  return words;
}

export function say(what: string): void {
  words = what;
}
