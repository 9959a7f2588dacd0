import sharp from 'sharp';
import { ImagenInvalidaError } from './errors';

/** What is taken, told by the content and never by the name. */
const FORMATOS = new Set(['jpeg', 'png', 'webp']);
/** Twelve thousand by nine thousand: no phone makes more, and a small file that unfolds into gigabytes is refused. */
const MAXIMO_PIXELES = 108_000_000;

/** An image as it is kept. */
export type Imagen = { tipo: 'image/webp'; bytes: Uint8Array; ancho: number; alto: number };

/**
 * Reads what somebody uploaded and makes our own image of it: upright, no larger than `lado` pixels a side, WebP, and without
 * what came hidden in it (place, camera, anything after the end). Throws ImagenInvalidaError.
 */
export async function rehacerImagen(subido: Uint8Array, { lado }: { lado: number }): Promise<Imagen> {
  try {
    const leida = sharp(subido, { limitInputPixels: MAXIMO_PIXELES, failOn: 'error' });
    const { format } = await leida.metadata();
    if (!FORMATOS.has(format)) throw new ImagenInvalidaError();
    const { data, info } = await leida
      .rotate()
      .resize({ width: lado, height: lado, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { tipo: 'image/webp', bytes: data, ancho: info.width, alto: info.height };
  } catch {
    throw new ImagenInvalidaError();
  }
}
