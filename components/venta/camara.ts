/** What the browser gives to read bar codes with a camera (https://wicg.github.io/shape-detection-api); not every one does. */
type Detector = { detect: (fuente: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (opciones: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

const FORMATOS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'itf', 'code_39'];
/** Pause between two looks, and how long the same code is taken for the same scan, in milliseconds. */
const MIRADA = 120;
const MISMO = 1_800;

/** Why this device cannot scan with its camera, in a sentence; `null` when it can. */
export function impedimentoDeCamara(): string | null {
  if (!window.isSecureContext) return 'La cámara necesita una conexión segura (https). Esta página no la tiene.';
  if (!navigator.mediaDevices) return 'Este equipo no tiene cámara, o el navegador no la presta.';
  if (!('BarcodeDetector' in window)) {
    return 'Este navegador no sabe leer códigos con la cámara. En Chrome para Android sí se puede.';
  }
  return null;
}

/** A camera that reads codes into `video` until it is stopped. */
export type Camara = { parar: () => void };

/**
 * Starts the camera at the back and hands over each code once, however long it stays in sight. Throws a sentence for the
 * person: permission refused, no camera.
 */
export async function abrirCamara(video: HTMLVideoElement, onCodigo: (codigo: string) => void): Promise<Camara> {
  const Clase = (window as unknown as { BarcodeDetector: DetectorClass }).BarcodeDetector;
  const sabe = await Clase.getSupportedFormats();
  const detector = new Clase({ formats: FORMATOS.filter((f) => sabe.includes(f)) });
  const flujo = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
    .catch((error: unknown) => {
      throw new Error(fraseDe(error));
    });
  video.srcObject = flujo;
  await video.play();
  let parada = false;
  let reloj: ReturnType<typeof setTimeout> | undefined;
  let ultimo = { codigo: '', en: 0 };
  const mirar = async () => {
    // A frame that could not be read is followed by another.
    const [hallado] = await detector.detect(video).catch(() => []);
    if (parada) return;
    const ahora = performance.now();
    if (hallado) {
      if (hallado.rawValue !== ultimo.codigo || ahora - ultimo.en > MISMO) onCodigo(hallado.rawValue);
      ultimo = { codigo: hallado.rawValue, en: ahora };
    }
    reloj = setTimeout(mirar, MIRADA);
  };
  void mirar();
  return {
    parar() {
      parada = true;
      clearTimeout(reloj);
      for (const pista of flujo.getTracks()) pista.stop();
      video.srcObject = null;
    },
  };
}

function fraseDe(error: unknown): string {
  const nombre = error instanceof DOMException ? error.name : '';
  if (nombre === 'NotAllowedError') return 'No se dio permiso para usar la cámara. Se cambia en los ajustes del sitio.';
  if (nombre === 'NotFoundError') return 'Este equipo no tiene cámara.';
  if (nombre === 'NotReadableError') return 'Otra aplicación está usando la cámara.';
  return 'La cámara no se pudo abrir.';
}
