let context: AudioContext | undefined;
let callar: ReturnType<typeof setTimeout> | undefined;

/**
 * How long the way to the speaker stays open after a note. Open, it is fed with silence a hundred times a second, all day;
 * shut, the next note waits for it, which whoever scans one thing after another must not hear.
 */
const ABIERTO_MS = 5_000;

const NOTAS = {
  /** One short high note. */
  leido: [{ hz: 1_320, en: 0, dura: 0.07 }],
  /** Two low ones, which nobody takes for the other across a shop. */
  desconocido: [
    { hz: 220, en: 0, dura: 0.16 },
    { hz: 175, en: 0.2, dura: 0.24 },
  ],
  /** Two rising: somebody waits for an answer. */
  pedido: [
    { hz: 660, en: 0, dura: 0.12 },
    { hz: 880, en: 0.16, dura: 0.2 },
  ],
} as const;

/**
 * Sounds what became of a scan, or that somebody waits: once what is being done is, for a line must not wait for its note.
 * Silent where the browser has no sound or has not allowed it yet.
 */
export function pitar(nombre: keyof typeof NOTAS): void {
  setTimeout(tocar, 0, nombre);
}

function tocar(nombre: keyof typeof NOTAS): void {
  try {
    context ??= new AudioContext();
    const audio = context;
    clearTimeout(callar);
    if (audio.state === 'suspended') void audio.resume().catch(() => {});
    for (const nota of NOTAS[nombre]) sonar(audio, nota.hz, audio.currentTime + nota.en, nota.dura);
    callar = setTimeout(() => void audio.suspend().catch(() => {}), ABIERTO_MS);
  } catch {
    // No audio device: the screen says it too.
  }
}

function sonar(audio: AudioContext, hz: number, desde: number, dura: number): void {
  const oscilador = audio.createOscillator();
  const volumen = audio.createGain();
  oscilador.type = 'square';
  oscilador.frequency.value = hz;
  volumen.gain.setValueAtTime(0.06, desde);
  volumen.gain.exponentialRampToValueAtTime(0.001, desde + dura);
  oscilador.connect(volumen).connect(audio.destination);
  oscilador.start(desde);
  oscilador.stop(desde + dura);
}
