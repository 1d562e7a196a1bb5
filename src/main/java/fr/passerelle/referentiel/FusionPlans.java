package fr.passerelle.referentiel;

import java.util.HashMap;
import java.util.Map;

import fr.passerelle.mapping.Mappings;
import org.springframework.stereotype.Component;

/** The plans of all flows, made and checked at start. */
@Component
class FusionPlans {

	private final Map<String, FusionPlan> plans = new HashMap<>();

	FusionPlans(Mappings mappings) {
		mappings.sources().forEach((source) -> this.plans.put(source.flux(), FusionPlan.de(mappings, source)));
	}

	FusionPlan plan(String flux) {
		FusionPlan plan = this.plans.get(flux);
		if (plan == null) {
			throw new IllegalStateException("no mapping for " + flux);
		}
		return plan;
	}

}
