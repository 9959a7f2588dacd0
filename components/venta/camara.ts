/** What the browser gives to read bar codes with a camera (https://wicg.github.io/shape-detection-api); not every one does. */
type Detector = { detect: (fuente: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (opciones: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

const FORMATOS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'itf', 'code_39'];
/** Pause between two looks, and how long a code may be out of sight and still be the same scan, in milliseconds. */
const MIRADA = 120;
const MISMO = 1_800;

const NO_SABE = 'Este navegador no sabe leer códigos con la cámara. En Chrome para Android sí se puede.';
const NO_ABRE = 'La cámara no se pudo abrir.';

/** Why this device cannot scan with its camera, in a sentence; `null` when it can. */
export function impedimentoDeCamara(): string | null {
  if (!window.isSecureContext) return 'La cámara necesita una conexión segura (https). Esta página no la tiene.';
  if (!navigator.mediaDevices) return 'Este equipo no tiene cámara, o el navegador no la presta.';
  return 'BarcodeDetector' in window ? null : NO_SABE;
}

/** A camera that reads codes into `video` until it is stopped. */
export type Camara = { parar: () => void };

/** What a camera tells while it is open. `onCorte`: it was taken away, and why, in a sentence. */
type Avisos = { onCodigo: (codigo: string) => void; onCorte: (frase: string) => void };

/**
 * Starts the camera at the back and hands over each code once, however long it stays in sight, also beside another. Throws a
 * sentence for the person: permission refused, no camera. Nothing of the camera stays open when it throws.
 */
export async function abrirCamara(video: HTMLVideoElement, { onCodigo, onCorte }: Avisos): Promise<Camara> {
  const detector = await detectorDeAqui();
  const flujo = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
    .catch((error: unknown) => {
      throw new Error(fraseDe(error));
    });
  let reloj: ReturnType<typeof setTimeout> | undefined;
  let parada = false;
  const parar = () => {
    parada = true;
    clearTimeout(reloj);
    for (const pista of flujo.getTracks()) pista.stop();
    video.srcObject = null;
  };
  for (const pista of flujo.getTracks()) {
    // Stopping it here does not say so: this is a cable, a permission withdrawn, another program.
    pista.addEventListener('ended', () => {
      if (parada) return;
      parar();
      onCorte('La cámara se cortó. Para seguir hay que cerrar y abrir de nuevo.');
    });
  }
  video.srcObject = flujo;
  try {
    await video.play();
  } catch {
    parar();
    throw new Error(NO_ABRE);
  }
  const nuevos = sinRepetir();
  const mirar = async () => {
    // A frame that could not be read is followed by another.
    const hallados = await detector.detect(video).catch(() => []);
    if (parada) return;
    const codigos = hallados.map((h) => h.rawValue);
    for (const codigo of nuevos(codigos, performance.now())) onCodigo(codigo);
    reloj = setTimeout(mirar, MIRADA);
  };
  void mirar();
  return { parar };
}

/** Reads the bar codes of shops, as far as this browser can. Throws a sentence when it can none. */
async function detectorDeAqui(): Promise<Detector> {
  const Clase = (window as unknown as { BarcodeDetector: DetectorClass }).BarcodeDetector;
  const sabe = await Clase.getSupportedFormats().catch((): string[] => []);
  const formats = FORMATOS.filter((f) => sabe.includes(f));
  // Where the system lends it no reader, the class is there and reads nothing.
  if (formats.length === 0) throw new Error(NO_SABE);
  return new Clase({ formats });
}

/** Of the codes of each frame, those that had not been in sight for a while. */
function sinRepetir(): (codigos: readonly string[], ahora: number) => string[] {
  const vistos = new Map<string, number>();
  return (codigos, ahora) => {
    const nuevos = [...new Set(codigos)].filter((c) => ahora - (vistos.get(c) ?? -MISMO - 1) > MISMO);
    for (const codigo of codigos) vistos.set(codigo, ahora);
    return nuevos;
  };
}

function fraseDe(error: unknown): string {
  const nombre = error instanceof DOMException ? error.name : '';
  if (nombre === 'NotAllowedError') return 'No se dio permiso para usar la cámara. Se cambia en los ajustes del sitio.';
  if (nombre === 'NotFoundError') return 'Este equipo no tiene cámara.';
  if (nombre === 'NotReadableError') return 'Otra aplicación está usando la cámara.';
  return NO_ABRE;
}
