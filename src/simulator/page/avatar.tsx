/** The last two characters of a name on a colour of its own, as the client shows people without a picture. */
export function Avatar({ name, bot = false }: { name: string; bot?: boolean }) {
  return (
    <span className="avatar" data-tint={bot ? 'bot' : tintOf(name)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const characters = Array.from(name);
  return /^[\p{ASCII}]+$/u.test(name)
    ? characters.slice(0, 2).join('')
    : characters.slice(-2).join('');
}

const TINTS = 6;

function tintOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}
