import { defineRoute } from '@/lib/action/define-route';
import { kardexOCsv } from '@/lib/inventario/kardex';

export const GET = defineRoute({ run: kardexOCsv });
