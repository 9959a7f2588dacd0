import { defineRoute } from '@/lib/action/define-route';
import { ponerImagen, quitarImagen } from '@/lib/producto/poner-imagen';
import { leerImagen } from '@/lib/producto/queries';

const CINCO_MB = 5 * 1_048_576;

export const GET = defineRoute({ run: leerImagen });
export const POST = defineRoute({ run: ponerImagen, status: 201, cuerpo: 'archivo', limiteBytes: CINCO_MB });
export const DELETE = defineRoute({ run: quitarImagen });
