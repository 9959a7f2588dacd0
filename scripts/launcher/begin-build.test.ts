import { describe, expect, it } from 'vitest';
import { beginBuild, PROGRAMS_READY } from './begin-build.mjs';

/** A build that says what it is told to, and ends when it is told to. */
function build() {
  let [end, fail, say] = [() => {}, (_error: Error) => {}, (_line: string) => {}];
  const ended = new Promise<void>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  const processes = {
    run: (_name: string, _args: string[], o?: { onLine?: (line: string) => void }) => {
      say = o?.onLine ?? say;
      return ended;
    },
  };
  return {
    begun: beginBuild(processes, false),
    say: (line: string) => say(line),
    end: () => end(),
    fail: (e: Error) => fail(e),
  };
}

describe('a build under way', () => {
  it('has the programs ready long before the web, and tells from then on what it is at', async () => {
    const { begun, say, end } = build();
    let web = false;
    say(PROGRAMS_READY);
    await begun?.programs;
    say('compilando');
    const heard: string[] = [];
    const done = begun
      ?.web((line) => heard.push(line))
      .then(() => {
        web = true;
      });
    say('juntando páginas');
    expect([heard, web]).toEqual([['compilando', 'juntando páginas'], false]);
    end();
    await done;
    expect(web).toBe(true);
  });

  it('fails whoever waits for it, before the programs or after them', async () => {
    const early = build();
    early.fail(new Error('no compila'));
    await expect(early.begun?.programs).rejects.toThrow('no compila');
    const late = build();
    late.say(PROGRAMS_READY);
    await late.begun?.programs;
    late.fail(new Error('no compila'));
    await new Promise(setImmediate);
    await expect(late.begun?.web(() => {})).rejects.toThrow('no compila');
  });
});

it('begins nothing when all of it is there', () => {
  const processes = { run: () => Promise.reject(new Error('it was run')) };
  expect(beginBuild(processes, true)).toBeNull();
});
