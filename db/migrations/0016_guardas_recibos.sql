-- Copies of receipts never change; customers are never deleted, only taken out of use.
CREATE TRIGGER copia_recibo_inmutable BEFORE UPDATE OR DELETE ON copia_recibo FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER copia_recibo_sin_truncate BEFORE TRUNCATE ON copia_recibo FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER cliente_sin_delete BEFORE DELETE ON cliente FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER cliente_sin_truncate BEFORE TRUNCATE ON cliente FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- Roles of the shop's own keep what they could do: who saw tickets could print them again, who charges may name who buys.
UPDATE rol SET permisos = permisos || '{venta:reimprimir}'::text[]
  WHERE NOT de_fabrica AND 'venta:ver' = ANY (permisos) AND NOT 'venta:reimprimir' = ANY (permisos);
--> statement-breakpoint
UPDATE rol SET permisos = permisos || '{cliente:ver,cliente:crear}'::text[]
  WHERE NOT de_fabrica AND 'venta:cobrar' = ANY (permisos) AND NOT 'cliente:ver' = ANY (permisos);
