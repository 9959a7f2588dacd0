ALTER TABLE "documento_stock" DROP CONSTRAINT "documento_stock_tipo";--> statement-breakpoint
ALTER TABLE "documento_stock" DROP CONSTRAINT "documento_stock_serie";--> statement-breakpoint
ALTER TABLE "serie_stock" DROP CONSTRAINT "serie_stock_serie";--> statement-breakpoint
ALTER TABLE "vencimiento" ADD COLUMN "id_documento" integer;--> statement-breakpoint
ALTER TABLE "vencimiento" ADD CONSTRAINT "vencimiento_id_documento_documento_stock_id_fk" FOREIGN KEY ("id_documento") REFERENCES "public"."documento_stock"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documento_stock_anulado" ON "documento_stock" USING btree ("id_origen") WHERE "documento_stock"."tipo" = 'ANULACION';--> statement-breakpoint
CREATE INDEX "vencimiento_documento" ON "vencimiento" USING btree ("id_documento");--> statement-breakpoint
ALTER TABLE "documento_stock" ADD CONSTRAINT "documento_stock_anulacion" CHECK (("documento_stock"."tipo" = 'ANULACION') = (coalesce("documento_stock"."tipo_origen", '') = 'documento_stock'));--> statement-breakpoint
ALTER TABLE "documento_stock" ADD CONSTRAINT "documento_stock_tipo" CHECK ("documento_stock"."tipo" in ('ENTRADA', 'MERMA', 'CONSUMO', 'VENCIDO', 'AJUSTE', 'REGULARIZACION', 'ANULACION'));--> statement-breakpoint
ALTER TABLE "documento_stock" ADD CONSTRAINT "documento_stock_serie" CHECK ("documento_stock"."serie" = case "documento_stock"."tipo" when 'ENTRADA' then 'E' when 'AJUSTE' then 'A' when 'REGULARIZACION' then 'R' when 'ANULACION' then 'N' else 'S' end);--> statement-breakpoint
ALTER TABLE "serie_stock" ADD CONSTRAINT "serie_stock_serie" CHECK ("serie_stock"."serie" in ('E', 'S', 'A', 'C', 'T', 'N'));--> statement-breakpoint
-- Where the void of an entry leaves what the average cost does not return.
INSERT INTO cuenta (codigo, nombre, tipo, id_sucursal)
  SELECT 'diferencia_costo.S' || id, 'Diferencias de costo', 'gasto', id FROM sucursal ORDER BY id
  ON CONFLICT (codigo) DO NOTHING;
