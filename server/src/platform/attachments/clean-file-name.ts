/** What is not seen or turns the direction of what is: control and format characters (RTL override, zero width), half surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** What a file system takes for something else than a name. */
const MEANING = /[<>:"|?*]/g;
/** Devices of Windows, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** The name alone, in UTF-8: with an extension it fits every file system. */
const LONGEST_BYTES = 200;

/**
 * The name under which a document is kept and given out: its last part, visible characters only, with an extension of
 * what it really is. It is no path of anything: bytes lie under a random id.
 * @param extensions those of the document's type, the usual one first
 */
export function cleanFileName(given: string, extensions: readonly string[]): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const seen = last.normalize('NFC').replace(UNSEEN, '').replace(MEANING, '_').replace(/\s+/gu, ' ');
  const { base, extension } = split(seen, extensions);
  const bare = base.replace(/^[. ]+|[. ]+$/g, '');
  const named = DEVICE.test(bare) || bare === '' ? `_${bare}` : bare;
  return `${shortened(named)}.${extension}`;
}

/** An extension that is not the type's stays part of the name: `a.pdf.exe` of a PDF is called `a.pdf.exe.pdf`. */
function split(name: string, extensions: readonly string[]): { base: string; extension: string } {
  const usual = extensions[0] ?? 'bin';
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  return extensions.includes(extension) ? { base: name.slice(0, dot), extension } : { base: name, extension: usual };
}

/** By whole characters: half of one is no text. */
function shortened(name: string): string {
  let bytes = 0;
  let short = '';
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST_BYTES) break;
    short += character;
  }
  return short.replace(/[. ]+$/, '');
}
