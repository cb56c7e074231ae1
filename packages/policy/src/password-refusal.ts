/** Why a new password is not taken. */
export type PasswordRefusal = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_SIMPLE' | 'LIKE_USERNAME';

const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 128;
const MIN_KINDS = 3;
const MIN_DIFFERENT = 6;
/** A shorter name turns up in words by chance. */
const TELLING_NAME = 4;

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/**
 * Why a password is not taken, or null: three of capital letters, small letters, digits and others (GB/T 22239 asks for
 * complexity), and long enough that it needs no guessing of more than that. The admin's form asks the same.
 */
export function passwordRefusal(password: string, username: string): PasswordRefusal | null {
  const characters = [...password];
  if (characters.length < MIN_CHARACTERS) return 'TOO_SHORT';
  if (characters.length > MAX_CHARACTERS) return 'TOO_LONG';
  if (KINDS.filter((kind) => kind.test(password)).length < MIN_KINDS) return 'TOO_SIMPLE';
  if (new Set(characters).size < MIN_DIFFERENT) return 'TOO_SIMPLE';
  const isTelling = username.length >= TELLING_NAME && password.toLowerCase().includes(username.toLowerCase());
  return isTelling ? 'LIKE_USERNAME' : null;
}
