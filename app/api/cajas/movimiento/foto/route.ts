import { defineRoute } from '@/lib/action/define-route';
import { subirFoto } from '@/lib/caja/fotos';
import { FOTO_MAXIMA } from '@/lib/caja/rules';

export const POST = defineRoute({ run: subirFoto, status: 201, cuerpo: 'archivo', limiteBytes: FOTO_MAXIMA });
