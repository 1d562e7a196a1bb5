package fr.passerelle.referentiel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.passerelle.calendrier.TreatmentMode;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.FluxAppliques;
import fr.passerelle.journal.Prerequis;
import fr.passerelle.journal.Remplacements;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.noyau.Constat;
import org.springframework.stereotype.Component;

/**
 * What keeps a deposit from being applied now: something older than what is there, a
 * prerequisite that never came, too much that would disappear.
 */
@Component
class Guards {

	private final SchoolLock verrou;

	private final FluxAppliques appliques;

	private final Remplacements remplacements;

	private final TreatmentMode mode;

	private final HoldSettings seuils;

	Guards(SchoolLock verrou, FluxAppliques appliques, Remplacements remplacements, TreatmentMode mode,
			HoldSettings seuils) {
		this.remplacements = remplacements;
		this.mode = mode;
		this.verrou = verrou;
		this.appliques = appliques;
		this.seuils = seuils;
	}

	/**
	 * Until the end of the transaction no other deposit of this school is applied: two at
	 * once would insert the same rows, or wait for one another for ever.
	 */
	void unALaFois(Depot depot) {
		this.verrou.verrouiller(depot.uai());
	}

	void avantLecture(Depot depot, SourceMapping mapping) {
		if (!depot.force()) {
			perimer(depot);
		}
		List<Prerequis> prerequis = prerequis(depot, mapping);
		if (prerequis.stream().anyMatch((p) -> !p.satisfait())) {
			throw new FusionStep.Arret(Etat.EN_ATTENTE, Constat.de("PREREQUIS", "manque", manque(prerequis)),
					Bilan.vide(prerequis));
		}
	}

	private void perimer(Depot depot) {
		if (depot.horodatage() != null && plusRecentEstApplique(depot)) {
			throw new FusionStep.Arret(Etat.PERIME, Constat.de("C10"), Bilan.vide(List.of()));
		}
		if (this.mode.nuit()) {
			this.remplacements.remplacant(depot).ifPresent((numero) -> {
				throw new FusionStep.Arret(Etat.PERIME, Constat.de("REMPLACE", "numero", numero.toString()),
						Bilan.vide(List.of()));
			});
		}
	}

	/** A later export of the same flow may have been applied since the verdict (F23). */
	private boolean plusRecentEstApplique(Depot depot) {
		return this.appliques.dernierExport(depot.uai(), depot.anneeScolaire(), depot.flux())
			.filter((dernier) -> dernier.isAfter(depot.horodatage()))
			.isPresent();
	}

	/** R057–R060, as the mapping of the flow says. */
	List<Prerequis> prerequis(Depot depot, SourceMapping mapping) {
		List<Prerequis> prerequis = new ArrayList<>();
		for (SourceMapping.Prerequis voulu : mapping.prerequis()) {
			boolean la = this.appliques.unDe(depot.uai(), depot.anneeScolaire(), voulu.unDe());
			prerequis.add(new Prerequis(voulu.unDe().iterator().next(), voulu.libelle(), la));
		}
		return prerequis;
	}

	/**
	 * Stops what must not be applied without somebody's word.
	 * @param avant how many of each guarded entity were there: those that come back are
	 * among the modified, and were not
	 */
	void apresFusion(Depot depot, SourceMapping mapping, Map<String, Long> avant, Bilan bilan, long principales) {
		avant.forEach((entite, presents) -> {
			long disparus = bilan.ecarts().get(entite).disparus();
			if (!depot.confirme() && this.seuils.tropDisparaissent(disparus, presents)) {
				throw new FusionStep.Arret(Etat.RETENU, Constat.de("RETENU", "entite", nom(entite), "disparus",
						Long.toString(disparus), "presents", Long.toString(presents)), bilan);
			}
		});
		if (principales == 0 && !depot.confirme()) {
			throw new FusionStep.Arret(Etat.REJETE, Constat.de("C14", "objet", mapping.sansPrincipal()), bilan);
		}
	}

	private static String manque(List<Prerequis> prerequis) {
		return String.join(" ; ", prerequis.stream().filter((p) -> !p.satisfait()).map(Prerequis::libelle).toList());
	}

	private static String nom(String entite) {
		return Map
			.of("eleve", "élèves", "groupe", "groupes", "lien", "liens élève-groupe", "responsable", "responsables")
			.getOrDefault(entite, entite);
	}

}
