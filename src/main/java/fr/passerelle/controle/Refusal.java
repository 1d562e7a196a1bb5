package fr.passerelle.controle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Refus;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.MemesOctets;
import fr.passerelle.journal.RapportVide;
import fr.passerelle.journal.Signalements;
import fr.passerelle.journal.Transitions;
import fr.passerelle.noyau.Constat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends a deposit that is not to be applied: state, report, error queue; then, for a
 * refusal, the file goes back beside its reason and nothing of it is kept (R072).
 */
@Component
class Refusal {

	private final Catalogue catalogue;

	private final Depots depots;

	private final Transitions transitions;

	private final ComptesRendus comptesRendus;

	private final MemesOctets memesOctets;

	private final Signalements signalements;

	private final Contenus contenus;

	private final Path inbox;

	Refusal(Catalogue catalogue, Depots depots, Transitions transitions, ComptesRendus comptesRendus,
			MemesOctets memesOctets, Signalements signalements, Contenus contenus,
			@Value("${passerelle.depot.inbox:inbox}") Path inbox) {
		this.catalogue = catalogue;
		this.depots = depots;
		this.transitions = transitions;
		this.comptesRendus = comptesRendus;
		this.memesOctets = memesOctets;
		this.signalements = signalements;
		this.contenus = contenus;
		this.inbox = inbox;
	}

	void refuser(Depot depot, List<Constat> motifs) {
		List<Texte> textes = motifs.stream().map(this.catalogue::texte).toList();
		List<Refus> autres = textes.stream().skip(1).map((texte) -> refus(texte, List.of())).toList();
		fermer(depot, Etat.REFUSE, refus(textes.get(0), autres), textes.get(0).titre());
		Texte premier = textes.get(0);
		this.signalements.signaler(depot, premier.file().adresse(), premier.regle(), premier.code(), premier.titre(),
				List.of());
	}

	/** Ends a deposit that is right but not to be applied. */
	void clore(Depot depot, Etat etat, Constat motif) {
		Texte texte = this.catalogue.texte(motif);
		fermer(depot, etat, refus(texte, List.of()), texte.titre());
	}

	private void fermer(Depot depot, Etat etat, Refus refus, String motif) {
		this.transitions.passer(depot.numero(), etat, "hub", motif);
		this.comptesRendus.garder(depot.numero(), RapportVide.de(this.depots.depot(depot.numero()), refus));
	}

	/**
	 * Gives the file back to who dropped it, beside its reason, and forgets its bytes.
	 */
	void ranger(Depot depot) {
		if (depot.dossier() != null) {
			rendre(depot, this.comptesRendus.trouver(depot.numero()).map(CompteRendu::refus).orElseThrow());
		}
		this.memesOctets.oublier(depot);
	}

	private void rendre(Depot depot, Refus refus) {
		try {
			new ReturnTray(this.inbox.resolve(depot.dossier()).resolve("refuses"))
				.rendre(this.contenus.chemin(depot.empreinte()), depot, motif(depot, refus));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("giving refused file " + depot.numero() + " back", ex);
		}
	}

	private static String motif(Depot depot, Refus refus) {
		StringBuilder texte = new StringBuilder(ReturnTray.debut(depot) + depot.fichier() + "\n\n");
		paragraphe(texte, refus);
		refus.autres().forEach((autre) -> paragraphe(texte.append("\nAussi :\n"), autre));
		return texte.toString();
	}

	private static void paragraphe(StringBuilder texte, Refus refus) {
		texte.append(refus.titre())
			.append("\nCause : ")
			.append(refus.detail())
			.append("\nQue faire : ")
			.append(refus.action())
			.append("\n");
	}

	private static Refus refus(Texte texte, List<Refus> autres) {
		return new Refus(texte.code(), texte.titre(), texte.cause(), texte.correction(), autres);
	}

}
