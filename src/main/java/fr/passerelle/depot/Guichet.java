package fr.passerelle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.noyau.NumeroDepot;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Takes a file from HTTP and comes back when its first verdict is in the ledger. */
@Component
public class Guichet {

	private final Contenus contenus;

	private final Receptions receptions;

	private final FluentProducerTemplate routes;

	private final DepotSettings settings;

	Guichet(Contenus contenus, Receptions receptions, FluentProducerTemplate routes, DepotSettings settings) {
		this.contenus = contenus;
		this.receptions = receptions;
		this.routes = routes;
		this.settings = settings;
	}

	/**
	 * Takes one file.
	 * @param nomOriginal its name, see {@link NomDeFichier#deNavigateur}
	 * @param uaiAnnonce the school given by the caller, or null
	 * @param uaisAutorisees the schools the depositor may act for, null for all
	 * @param confirme whether a deposit that makes much disappear is confirmed in advance
	 * @throws FichierTropGrand above the limit
	 */
	public NumeroDepot deposer(InputStreamSource contenu, String nomOriginal, String deposant, String uaiAnnonce,
			Set<String> uaisAutorisees, boolean confirme) {
		try {
			Contenus.Contenu garde = garder(contenu);
			Reception reception = new Reception(nomOriginal, garde.taille(), garde.empreinte(), "http", deposant, null,
					uaisAutorisees, uaiAnnonce, confirme);
			NumeroDepot numero = recevoir(reception, contenu);
			this.routes.to("direct:enveloppe").withBody(numero.toString()).send();
			return numero;
		}
		catch (Contenus.TropGrand ex) {
			throw new FichierTropGrand(ex.limite());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("keeping a deposited file", ex);
		}
	}

	/** Kept again when the same bytes, refused to another, were forgotten in between. */
	private NumeroDepot recevoir(Reception reception, InputStreamSource contenu) throws IOException {
		try {
			return this.receptions.recevoir(reception);
		}
		catch (Contenus.Oublie ex) {
			garder(contenu);
			return this.receptions.recevoir(reception);
		}
	}

	private Contenus.Contenu garder(InputStreamSource contenu) throws IOException {
		try (InputStream octets = contenu.getInputStream()) {
			return this.contenus.garder(octets, this.settings.taille().toBytes());
		}
	}

}
