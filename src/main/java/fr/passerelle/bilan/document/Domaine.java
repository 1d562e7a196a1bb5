package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** A domain of the socle and where the élève stands. */
@XmlAccessorType(XmlAccessType.FIELD)
public class Domaine {

	@XmlAttribute
	public String code;

	@XmlAttribute
	public Integer positionnement;

}
