package fr.passerelle.controle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.calendrier.TreatmentMode;
import fr.passerelle.enveloppe.Ouverture;
import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.Baux;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.MemesOctets;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the first verdict in the ledger, while the sender waits: refused, a repetition,
 * out of date, or accepted and on its way. One transaction.
 */
@Component("controleStep")
public class ControleStep {

	private static final String HUB = "hub";

	private static final String DEPOSE = "Fichier déposé.";

	private final Controle controle;

	private final Inspections inspections;

	private final ContexteReader contextes;

	private final Calendriers calendriers;

	private final Depots depots;

	private final Baux baux;

	private final Fiches fiches;

	private final MemesOctets memesOctets;

	private final Acheminement acheminement;

	private final Refusal refus;

	private final KnownSchools etablissements;

	private final TreatmentMode mode;

	private final TransactionTemplate transaction;

	private final Clock horloge;

	ControleStep(Controle controle, Inspections inspections, ContexteReader contextes, Calendriers calendriers,
			Depots depots, Baux baux, Fiches fiches, MemesOctets memesOctets, Acheminement acheminement, Refusal refus,
			KnownSchools etablissements, TreatmentMode mode, TransactionTemplate transaction, Clock horloge) {
		this.controle = controle;
		this.inspections = inspections;
		this.contextes = contextes;
		this.calendriers = calendriers;
		this.depots = depots;
		this.baux = baux;
		this.fiches = fiches;
		this.memesOctets = memesOctets;
		this.acheminement = acheminement;
		this.refus = refus;
		this.etablissements = etablissements;
		this.mode = mode;
		this.transaction = transaction;
		this.horloge = horloge;
	}

	public void juger(Ouverture ouverture) {
		NumeroDepot numero = ouverture.depot().numero();
		Instant instant = this.horloge.instant();
		try {
			Verdict verdict = verdict(ouverture, instant);
			boolean note = Boolean.TRUE.equals(this.transaction.execute((etat) -> noter(numero, verdict, instant)));
			if (note && !verdict.accepte()) {
				this.refus.ranger(this.depots.depot(numero));
			}
		}
		finally {
			this.baux.rendre(numero);
		}
	}

	/** Gives a refused file back, after an interruption. */
	public void rendre(String numero) {
		this.refus.ranger(this.depots.depot(NumeroDepot.lire(numero)));
	}

	private Verdict verdict(Ouverture ouverture, Instant instant) {
		Depot depot = ouverture.depot();
		if (ouverture.refus() != null) {
			return Verdict.illisible(depot.uai(), ouverture.refus());
		}
		Verdict verdict = this.controle.juger(Lu.de(ouverture.document(), depot.fichier()),
				this.contextes.lire(depot.uai(), depot.perimetre(), instant));
		return this.inspections.completer(verdict, ouverture.document());
	}

	/** Writes the verdict; false when somebody else has given one meanwhile. */
	private boolean noter(NumeroDepot numero, Verdict verdict, Instant instant) {
		if (!this.baux.estOuvert(numero)) {
			return false;
		}
		this.fiches.decrire(numero, proprietaire(numero, verdict), verdict.flux(), verdict.millesime(),
				verdict.anneeScolaire(), verdict.horodatage());
		this.fiches.remarquer(numero, verdict.remarques());
		Depot depot = this.depots.depot(numero);
		if (!verdict.accepte()) {
			this.refus.refuser(depot, verdict.refus());
			return true;
		}
		Optional<NumeroDepot> premier = this.memesOctets.premier(depot.uai(), depot.empreinte(), numero);
		if (premier.isPresent()) {
			this.memesOctets.repeter(numero, premier.get());
			this.refus.clore(depot, Etat.DOUBLON,
					fr.passerelle.noyau.Constat.de("C09", "numero", premier.get().toString()));
		}
		else if (verdict.perime()) {
			this.refus.clore(depot, Etat.PERIME, verdict.plusAncien());
		}
		else {
			accepter(depot, instant);
		}
		return true;
	}

	private void accepter(Depot depot, Instant instant) {
		Uai uai = new Uai(depot.uai());
		this.etablissements.connaitre(uai, this.calendriers.territoire(uai).code(), depot, instant);
		Optional<Instant> nuit = this.mode.pasAvant(uai);
		this.acheminement.deposer(depot.numero(), HUB, DEPOSE + nuit.map((debut) -> deNuit(uai, debut)).orElse(""),
				nuit.orElse(null));
	}

	private String deNuit(Uai uai, Instant debut) {
		return " Il sera appliqué dans la nuit, à partir du "
				+ Horodatages.moment(LocalDateTime.ofInstant(debut, this.calendriers.fuseau(uai))) + ".";
	}

	/**
	 * A refused file belongs to the school it was dropped for, if there is one: another
	 * school must not find it among its own, nor may an account write in another's
	 * ledger.
	 */
	private String proprietaire(NumeroDepot numero, Verdict verdict) {
		Depot depot = this.depots.depot(numero);
		String uai = (verdict.accepte() || depot.uai() == null) ? verdict.uai() : depot.uai();
		return Uai.lire(uai)
			.map(Uai::code)
			.filter((code) -> depot.perimetre() == null || depot.perimetre().contains(code))
			.orElse(null);
	}

}
