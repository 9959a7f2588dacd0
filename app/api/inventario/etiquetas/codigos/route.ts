import { defineRoute } from '@/lib/action/define-route';
import { generarCodigos } from '@/lib/etiqueta/generar-codigos';

export const POST = defineRoute({ run: generarCodigos, status: 201 });
