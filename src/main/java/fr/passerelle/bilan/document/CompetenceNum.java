package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** The level of an élève in a digital skill. */
@XmlAccessorType(XmlAccessType.FIELD)
public class CompetenceNum {

	@XmlAttribute
	public String code;

	@XmlAttribute
	public Integer niveau;

}
