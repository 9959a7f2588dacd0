import { defineRoute } from '@/lib/action/define-route';
import { editarMotivo, eliminarMotivo } from '@/lib/motivo/editar';

export const PATCH = defineRoute({ run: editarMotivo });
export const DELETE = defineRoute({ run: eliminarMotivo });
