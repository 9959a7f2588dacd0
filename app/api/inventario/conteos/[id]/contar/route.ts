import { defineRoute } from '@/lib/action/define-route';
import { contarProducto } from '@/lib/inventario/contar';

export const POST = defineRoute({ run: contarProducto });
