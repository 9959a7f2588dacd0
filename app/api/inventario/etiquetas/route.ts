import { defineRoute } from '@/lib/action/define-route';
import { leerEtiquetas } from '@/lib/etiqueta/queries';

export const GET = defineRoute({ run: leerEtiquetas });
