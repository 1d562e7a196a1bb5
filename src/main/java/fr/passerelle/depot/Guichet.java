package fr.passerelle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Reception;
import fr.passerelle.noyau.NumeroDepot;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Component;

/** Takes a file from HTTP and comes back when its first verdict is in the ledger. */
@Component
public class Guichet {

	private final Contenus contenus;

	private final Depots depots;

	private final FluentProducerTemplate routes;

	private final DepotSettings settings;

	Guichet(Contenus contenus, Depots depots, FluentProducerTemplate routes, DepotSettings settings) {
		this.contenus = contenus;
		this.depots = depots;
		this.routes = routes;
		this.settings = settings;
	}

	/**
	 * Takes one file.
	 * @param uaiAnnonce the school given by the caller, or null
	 * @param uaisAutorisees the schools the depositor may act for, null for all
	 * @param confirme whether a deposit that makes much disappear is confirmed in advance
	 * @throws FichierTropGrand above the limit
	 */
	public NumeroDepot deposer(InputStream contenu, String nomOriginal, String deposant, String uaiAnnonce,
			Set<String> uaisAutorisees, boolean confirme) {
		try {
			Contenus.Contenu garde = this.contenus.garder(contenu, this.settings.taille().toBytes());
			NumeroDepot numero = this.depots.recevoir(new Reception(nomOriginal, garde.taille(), garde.empreinte(),
					"http", deposant, null, uaisAutorisees, uaiAnnonce, confirme));
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

}
