import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abrirCamara, impedimentoDeCamara } from './camara';

/** What is before the camera now. */
let aLaVista: string[];
let sabe: () => Promise<string[]>;
let pedidos: string[][];
let pistas: Pista[];
let leidos: string[];
let cortes: string[];
let pedirCamara: () => Promise<unknown>;
let video: { srcObject: unknown; play: () => Promise<void> };

class Pista extends EventTarget {
  parada = false;
  stop() {
    this.parada = true;
  }
}

class Lector {
  static getSupportedFormats = () => sabe();
  constructor({ formats }: { formats: string[] }) {
    pedidos.push(formats);
  }
  detect = async () => aLaVista.map((rawValue) => ({ rawValue }));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  aLaVista = [];
  pedidos = [];
  leidos = [];
  cortes = [];
  pistas = [new Pista()];
  sabe = async () => ['qr_code', 'ean_13', 'code_128'];
  pedirCamara = async () => ({ getTracks: () => pistas });
  video = { srcObject: null, play: async () => {} };
  const mediaDevices = { getUserMedia: () => pedirCamara() };
  vi.stubGlobal('window', { isSecureContext: true, BarcodeDetector: Lector });
  vi.stubGlobal('navigator', { mediaDevices });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const abrir = () =>
  abrirCamara(video as unknown as HTMLVideoElement, {
    onCodigo: (c) => leidos.push(c),
    onCorte: (frase) => cortes.push(frase),
  });
/** Shows codes for so long, many frames. */
const mostrar = async (codigos: string[], ms: number) => {
  aLaVista = codigos;
  await vi.advanceTimersByTimeAsync(ms);
};

describe('the camera as a scanner', () => {
  it('hands over a code once however long it stays, another as another, and the same again once it was away', async () => {
    const camara = await abrir();
    await mostrar(['7771'], 10_000);
    expect(leidos).toEqual(['7771']);
    await mostrar(['7772'], 1_000);
    await mostrar([], 500);
    // Out of a frame or two it is the same scan.
    await mostrar(['7772'], 1_000);
    expect(leidos).toEqual(['7771', '7772']);
    await mostrar([], 2_500);
    await mostrar(['7772'], 1_000);
    expect(leidos).toEqual(['7771', '7772', '7772']);
    camara.parar();
  });

  it('two in sight are one scan each, whichever comes first in each frame', async () => {
    const camara = await abrir();
    for (let i = 0; i < 20; i++) await mostrar(i % 2 === 0 ? ['7771', '7772'] : ['7772', '7771', '7771'], 130);
    expect(leidos.sort()).toEqual(['7771', '7772']);
    camara.parar();
  });

  it('asks only for the codes of shops that the browser can read', async () => {
    (await abrir()).parar();
    expect(pedidos).toEqual([['ean_13', 'code_128']]);
  });

  it('stopped, it lets go of the camera and reads no more', async () => {
    const camara = await abrir();
    expect(video.srcObject).not.toBeNull();
    camara.parar();
    await mostrar(['7771'], 5_000);
    expect([leidos, pistas[0]?.parada, video.srcObject, cortes]).toEqual([[], true, null, []]);
  });

  it('taken away, it says so and lets go', async () => {
    await abrir();
    pistas[0]?.dispatchEvent(new Event('ended'));
    await mostrar(['7771'], 1_000);
    expect(cortes).toEqual([expect.stringContaining('La cámara se cortó')]);
    expect([leidos, pistas[0]?.parada]).toEqual([[], true]);
  });

  it('whose picture does not start does not stay on behind', async () => {
    video.play = () => Promise.reject(new DOMException('interrupted', 'AbortError'));
    await expect(abrir()).rejects.toThrow('La cámara no se pudo abrir.');
    expect([pistas[0]?.parada, video.srcObject]).toEqual([true, null]);
  });

  it.each([
    ['NotAllowedError', 'No se dio permiso para usar la cámara'],
    ['NotFoundError', 'Este equipo no tiene cámara'],
    ['NotReadableError', 'Otra aplicación está usando la cámara'],
    ['OverconstrainedError', 'La cámara no se pudo abrir'],
  ])('%s is a sentence', async (nombre, frase) => {
    pedirCamara = () => Promise.reject(new DOMException('x', nombre));
    await expect(abrir()).rejects.toThrow(frase);
  });
});

describe('where it cannot be', () => {
  it.each([
    ['without https', { isSecureContext: false }, {}, 'conexión segura'],
    ['without a camera to ask for', { isSecureContext: true }, { mediaDevices: undefined }, 'no tiene cámara'],
    ['without a reader of codes', { isSecureContext: true }, {}, 'no sabe leer códigos'],
  ])('%s it says why', (_, ventana, navegador, frase) => {
    expect(impedimentoDeCamara()).toBeNull();
    vi.stubGlobal('window', ventana);
    vi.stubGlobal('navigator', { mediaDevices: {}, ...navegador });
    expect(impedimentoDeCamara()).toContain(frase);
  });

  it.each([
    ['none', async () => []],
    ['an error', () => Promise.reject(new Error('no service'))],
  ])('a reader with %s for formats says it cannot, and asks for no camera', async (_, formatos) => {
    sabe = formatos;
    pedirCamara = () => Promise.reject(new Error('asked'));
    await expect(abrir()).rejects.toThrow('no sabe leer códigos');
  });
});
