import { defineRoute } from '@/lib/action/define-route';
import { anularDocumento } from '@/lib/inventario/anular-documento';

export const POST = defineRoute({ run: anularDocumento, status: 201 });
