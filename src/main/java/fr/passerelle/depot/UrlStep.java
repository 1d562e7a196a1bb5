package fr.passerelle.depot;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Releves;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.stereotype.Component;

/**
 * Fetches the file of an address when its turn has come. What has not changed since the
 * last turn is no deposit, whether the server says so or its bytes do.
 */
@Component("depotUrl")
public class UrlStep {

	/** Time to put what was fetched in the ledger, after the fetch itself. */
	private static final Duration RANGEMENT = Duration.ofMinutes(1);

	private final Canaux canaux;

	private final Releves releves;

	private final Contenus contenus;

	private final UrlClient client;

	private final DepotSettings settings;

	private final ChannelStates etats;

	UrlStep(Canaux canaux, Releves releves, Contenus contenus, UrlClient client, DepotSettings settings,
			ChannelStates etats) {
		this.etats = etats;
		this.canaux = canaux;
		this.releves = releves;
		this.contenus = contenus;
		this.client = client;
		this.settings = settings;
	}

	/** The number of the deposit to open, or null when there is nothing new. */
	public String relever(String nom) throws InterruptedException {
		Optional<CanalUrl> canal = this.canaux.url(nom);
		if (canal.isEmpty()) {
			return null;
		}
		Optional<Releves.Tour> tour = this.releves.commencer(canal.get().canal(), canal.get().adresse().toString(),
				canal.get().delai().plus(RANGEMENT));
		return tour.isPresent() ? relever(canal.get(), tour.get()) : null;
	}

	private String relever(CanalUrl canal, Releves.Tour tour) throws InterruptedException {
		try (UrlAnswer reponse = this.client.demander(canal, tour.etiquettes())) {
			String numero = reponse.inchangee() ? inchange(canal, tour, reponse) : deposer(canal, tour, reponse);
			this.etats.repond(canal.canal());
			return numero;
		}
		catch (Contenus.TropGrand ex) {
			return remettre(canal, tour, "plus de " + this.settings.taille().toMegabytes() + " Mo");
		}
		catch (UrlClient.Refusee ex) {
			return remettre(canal, tour, ex.getMessage());
		}
		catch (IOException ex) {
			return remettre(canal, tour, ex.getClass().getSimpleName());
		}
	}

	private String deposer(CanalUrl canal, Releves.Tour tour, UrlAnswer reponse) throws IOException {
		Optional<Contenus.Contenu> neuf = this.contenus.garder(reponse.octets()::transferTo,
				this.settings.taille().toBytes(),
				(contenu, brouillon) -> !contenu.empreinte().equals(tour.empreinte()));
		if (neuf.isEmpty()) {
			return inchange(canal, tour, reponse);
		}
		NumeroDepot numero = this.releves.recevoir(tour,
				new Reception(reponse.nom(canal.nom()), neuf.get().taille(), neuf.get().empreinte(), canal.canal(),
						"adresse " + canal.nom(), null, null, canal.uai(), false),
				reponse.etiquettes(), canal.intervalle());
		return numero.toString();
	}

	private String inchange(CanalUrl canal, Releves.Tour tour, UrlAnswer reponse) {
		this.releves.inchange(tour, reponse.inchangee() ? tour.etiquettes() : reponse.etiquettes(), canal.intervalle());
		return null;
	}

	private String remettre(CanalUrl canal, Releves.Tour tour, String raison) {
		this.etats.echoue(canal.canal(), raison);
		this.releves.echouer(tour, raison, canal.intervalle());
		return null;
	}

}
