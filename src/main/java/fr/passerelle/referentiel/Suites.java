package fr.passerelle.referentiel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Ligne;
import fr.passerelle.journal.CompteRendu.Refus;
import fr.passerelle.journal.CompteRendu.Synthese;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.ProjectionsDues;
import fr.passerelle.journal.RapportVide;
import fr.passerelle.journal.Signalements;
import fr.passerelle.journal.Transitions;
import fr.passerelle.noyau.Constat;
import org.springframework.stereotype.Component;

/**
 * What follows the work on a deposit, in its transaction: state, report, error queues,
 * the stores to bring up to date, the deposits that waited for this one.
 */
@Component
class Suites {

	private static final String HUB = FusionStep.acteur();

	private final Depots depots;

	private final Transitions transitions;

	private final Fiches fiches;

	private final ComptesRendus comptesRendus;

	private final ProjectionsDues projections;

	private final Signalements signalements;

	private final Catalogue catalogue;

	private final Findings constats;

	private final Waiting attentes;

	private final KnownYears millesimes;

	Suites(Depots depots, Transitions transitions, Fiches fiches, ComptesRendus comptesRendus,
			ProjectionsDues projections, Signalements signalements, Catalogue catalogue, Findings constats,
			Waiting attentes, KnownYears millesimes) {
		this.depots = depots;
		this.transitions = transitions;
		this.fiches = fiches;
		this.comptesRendus = comptesRendus;
		this.projections = projections;
		this.signalements = signalements;
		this.catalogue = catalogue;
		this.constats = constats;
		this.attentes = attentes;
		this.millesimes = millesimes;
	}

	void applique(Depot depot, Bilan bilan) {
		this.constats.garder(depot.numero(), bilan.trouvailles());
		this.transitions.passer(depot.numero(), bilan.aDesAnomalies() ? Etat.TRAITE_AVEC_ANOMALIES : Etat.TRAITE, HUB,
				null);
		rapporter(depot, bilan, null);
		publierRejets(depot, bilan);
		Set<String> changees = changees(bilan);
		if (!changees.isEmpty()) {
			this.projections.demander(depot, changees);
		}
		this.millesimes.noter(depot);
		this.attentes.reveiller(depot, changees);
	}

	void arrete(Depot depot, FusionStep.Arret arret) {
		Texte texte = this.catalogue.texte(arret.constat());
		if (arret.vers() == Etat.EN_ATTENTE) {
			this.fiches.attendre(depot.numero(), arret.bilan().prerequis());
		}
		this.transitions.passer(depot.numero(), arret.vers(), HUB, texte.titre());
		if (arret.vers() == Etat.RETENU || arret.vers().estFinal()) {
			rapporter(depot, arret.bilan(), refus(texte));
		}
		if (arret.vers() != Etat.PERIME) {
			signaler(depot, texte);
		}
	}

	void echoue(Depot depot, Throwable cause) {
		Constat constat = Constat.de("EN_ECHEC", "numero", depot.numero().toString());
		Texte texte = this.catalogue.texte(constat);
		if (!depot.etat().estFinal()) {
			this.transitions.passer(depot.numero(), Etat.EN_ECHEC, HUB, cause.getClass().getSimpleName());
			this.comptesRendus.garder(depot.numero(), RapportVide.de(this.depots.depot(depot.numero()), refus(texte)));
		}
		signaler(depot, texte);
	}

	private void rapporter(Depot avant, Bilan bilan, Refus refus) {
		Depot depot = this.depots.depot(avant.numero());
		this.comptesRendus.garder(depot.numero(),
				new CompteRendu(depot.numero().toString(), depot.uai(), depot.flux(), depot.etat().code(),
						new Synthese(depot.traiteLe(), depot.fichier(), depot.millesime(), depot.anneeScolaire(),
								bilan.lus(), bilan.absents()),
						refus, lignes(bilan, "rejets"), lignes(bilan, "anomalies"), lignes(bilan, "informations"),
						bilan.ecarts(), bilan.liens()));
	}

	private static List<Ligne> lignes(Bilan bilan, String section) {
		return bilan.trouvailles()
			.stream()
			.filter((t) -> section(t).equals(section))
			.map(Bilan.Trouvaille::ligne)
			.toList();
	}

	static String section(Bilan.Trouvaille trouvaille) {
		if (trouvaille.ligne().gravite().equals("information")) {
			return "informations";
		}
		return trouvaille.rejetEntier() ? "rejets" : "anomalies";
	}

	/**
	 * One message per rule, with the identifiers of the records it rejected (contract
	 * §4).
	 */
	private void publierRejets(Depot depot, Bilan bilan) {
		Map<String, List<Bilan.Trouvaille>> parCode = bilan.trouvailles()
			.stream()
			.filter((t) -> t.ligne().gravite().equals("rejet"))
			.collect(Collectors.groupingBy((t) -> t.ligne().code(), LinkedHashMap::new, Collectors.toList()));
		parCode.values().forEach((trouvailles) -> {
			Ligne premiere = trouvailles.get(0).ligne();
			List<Map<String, Object>> enregistrements = trouvailles.stream().map(Suites::enregistrement).toList();
			this.signalements.signaler(depot, trouvailles.get(0).file(), premiere.regle(), premiere.code(),
					premiere.libelle(), enregistrements);
		});
	}

	private static Map<String, Object> enregistrement(Bilan.Trouvaille trouvaille) {
		Map<String, Object> enregistrement = new LinkedHashMap<>(trouvaille.valeurs());
		if (trouvaille.ligne().eleve() != null && !trouvaille.rejetEntier()) {
			enregistrement.put("eleve", trouvaille.ligne().eleve().identifiant());
		}
		return enregistrement;
	}

	private void signaler(Depot depot, Texte texte) {
		this.signalements.signaler(depot, texte.file().adresse(), texte.regle(), texte.code(), texte.titre(),
				List.of());
	}

	private static Set<String> changees(Bilan bilan) {
		return bilan.ecarts()
			.entrySet()
			.stream()
			.filter((e) -> e.getValue().crees() + e.getValue().modifies() + e.getValue().disparus() > 0)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static Refus refus(Texte texte) {
		return new Refus(texte.code(), texte.titre(), texte.cause(), texte.correction(), List.of());
	}

}
